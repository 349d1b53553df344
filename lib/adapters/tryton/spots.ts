import type { Spot } from '../contract';

export type SpotName =
  | 'shell'
  | 'number'
  | 'company'
  | 'name'
  | 'amount'
  | 'symbol'
  | 'stage'
  | 'closeDate'
  | 'owner'
  | 'account'
  | 'contact'
  | 'probability'
  | 'created'
  | 'code'
  | 'partyName';

const DEALS = ['opportunity-open', 'two-tabs', 'from-list', 'german', 'won'] as const;

export const spots: Readonly<Record<SpotName, Spot>> = {
  shell: {
    css: ['#tabs > #tabcontent'],
    why: 'The web client is its own single page; these ids are in its index.html, signed in or not.',
    seenIn: ['opportunity-open', 'list'],
  },
  number: field(
    'number',
    'Given by the server to every opportunity: while it is empty the values have not come.',
  ),
  company: field('company', 'Required too, for forms from which somebody removed the number.'),
  name: field('description', 'Tryton’s name for what the deal is about; its number is no name.'),
  amount: field(
    'amount',
    'Two inputs of that name: the shown one is text, the raw one takes its place in editing.',
  ),
  symbol: {
    css: ['.symbol'],
    why: 'Currency symbol before or after the amount, inside its own group; the unused one is hidden.',
    seenIn: DEALS,
  },
  stage: {
    css: [inForm('select[name="state"]')],
    why: 'Option values are the states’ own names as JSON, never translated.',
    seenIn: DEALS,
  },
  closeDate: field(
    'end_date',
    'In the user’s date format. Not the nameless date input beside it, which is empty.',
  ),
  owner: field('employee', 'Who it belongs to is an employee, not a user.'),
  account: field('party', 'Also in the lines’ own forms, which are nested and left out.'),
  contact: field('contact', 'A phone or e-mail of the party, as "name <value>".'),
  probability: field('conversion_probability', 'In percent, as text and as raw number.'),
  created: field('start_date', 'The day the lead began.'),
  code: {
    css: [inForm('input[name="code"]')],
    why: 'Given by the server to every party: while it is empty the values have not come.',
    seenIn: ['party'],
  },
  partyName: {
    css: [inForm('input[name="name"]')],
    why: 'The party’s own name; its addresses have a "name" too, in a nested form.',
    seenIn: ['party'],
  },
};

function field(name: string, why: string): Spot {
  return { css: [inForm(`input[name="${name}"]`)], why, seenIn: DEALS };
}

/**
 * In the form of the tab in front: closed-over tabs stay in the page, dialogs lie outside `#tabcontent`, and lines
 * open as forms inside the form.
 */
function inForm(control: string): string {
  return `#tabcontent > .tab-pane.active .form ${control}:not(.form-one2many *)`;
}
