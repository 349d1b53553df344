import type { Spot } from '../contract';
import { FIELDS, type FieldSpot } from './fields';

export type SpotName =
  | 'shell'
  | 'page'
  | 'panel'
  | 'own'
  | 'related'
  | 'link'
  | 'primary'
  | 'value'
  | 'output'
  | 'moment'
  | 'step'
  | 'stepTitle'
  | 'me'
  | 'meLink'
  | 'meButton'
  | FieldSpot;

const onDeal = ['deal'] as const;

const structural: Readonly<Record<Exclude<SpotName, FieldSpot>, Spot>> = {
  shell: {
    css: ['.oneHeader', '#oneHeader', 'one-appnav', '.lafAppLayoutHost'],
    why: 'Lightning is found by its frame, not by its host: the loading box stands in the page but is never shown.',
    seenIn: onDeal,
  },
  page: {
    css: ['.active one-record-home-flexipage2', 'one-record-home-flexipage2'],
    why: 'Dozens of left pages stay in the document; the one in front lies in a container marked active. Not a modal: those have their own wrapper.',
    seenIn: ['deal', 'cached'],
  },
  panel: {
    css: ['aside[data-recordid]', '[role="dialog"][data-recordid]'],
    why: 'A preview over a list has no address; the panel itself says whose it is. Not a form: an unsaved record has no id.',
    seenIn: ['preview'],
  },
  own: {
    css: [
      '[data-aura-class="oneRecordHomeFlexipage2Wrapper"] > [data-recordid]',
      'records-highlights2[data-recordid]',
    ],
    why: 'The id the page itself carries. Not any data-recordid: links to other records have one too.',
    seenIn: onDeal,
  },
  related: {
    css: ['a[href*="/related/"]'],
    why: 'Heads of related lists lead to lists of the page’s own record, so they say whose page it is.',
    seenIn: ['related-links'],
  },
  link: {
    css: ['a[href^="/lightning/r/"]'],
    why: 'A lookup: the id of the record behind it is only here. The preview button beside it is no link.',
    seenIn: onDeal,
  },
  primary: {
    css: ['[slot="primaryField"]'],
    why: 'The record’s name in the highlights, there before any tab is opened.',
    seenIn: onDeal,
  },
  value: {
    css: ['.test-id__field-value'],
    why: 'View mode only. While somebody edits there is no such element, and what is half typed is not read.',
    seenIn: onDeal,
  },
  output: {
    css: ['[data-output-element-id="output-field"]', 'lightning-formatted-text, lightning-formatted-number'],
    why: 'There when the value has arrived, also when it is empty; absent while a placeholder stands in for it.',
    seenIn: onDeal,
  },
  moment: {
    css: ['lightning-formatted-date-time'],
    why: 'The date in "Created By, date"; the name beside it is left alone.',
    seenIn: onDeal,
  },
  step: {
    css: ['.slds-path__item.slds-is-current'],
    why: 'The record’s stage. Not aria-selected nor slds-is-active: that is the step somebody looks at.',
    seenIn: ['deal', 'looking-ahead'],
  },
  stepTitle: {
    css: ['.slds-path__title'],
    why: 'The stage’s label without the words for screen readers around it.',
    seenIn: onDeal,
  },
  me: {
    css: ['#oneHeader [data-user-id^="005"]'],
    why: 'Whose session it is, beside the avatar. 005 is the prefix of users.',
    seenIn: onDeal,
  },
  meLink: {
    css: ['a.profile-link-label[href*="/005"]'],
    why: 'The profile link in the opened user menu: id in the address, name in the text.',
    seenIn: ['user-menu'],
  },
  meButton: {
    css: ['#oneHeader button.branding-userProfile-button'],
    why: 'The avatar, titled with the name when the menu was never opened.',
    seenIn: onDeal,
  },
};

const CASES: Readonly<Record<string, string>> = {
  Opportunity: 'deal',
  Lead: 'lead',
  Contact: 'contact',
  Account: 'account',
};

/** A field by its API name, in page layouts and in dynamic forms alike; labels are translated and never used. */
function fieldSpot(name: FieldSpot): Spot {
  const [object = '', field = ''] = name.split('.');
  return {
    css: [
      `[data-target-selection-name="sfdc:RecordField.${name}"]`,
      `flexipage-field[data-field-id="Record${field}Field"]`,
    ],
    why: 'API names do not change with the language. The object is part of it: pages show fields of other records too.',
    seenIn: [CASES[object] ?? 'deal'],
  };
}

const fieldNames = Object.values(FIELDS).flatMap((fields) =>
  Object.values(fields as Readonly<Record<string, readonly FieldSpot[]>>).flat(),
);

export const spots: Readonly<Record<SpotName, Spot>> = {
  ...structural,
  ...(Object.fromEntries(fieldNames.map((name) => [name, fieldSpot(name)])) as Record<FieldSpot, Spot>),
};
