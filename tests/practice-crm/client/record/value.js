import { recordHref } from '../app.js';
import { assistive, h, icon } from '../dom.js';
import { openPreview } from '../overlay/preview.js';

const previewable = new Set(['Account', 'Contact', 'Lead', 'Opportunity']);

/** A lookup: the link's href names the record; the preview button's text is what spoils `textContent`. */
export function lookup(cell) {
  if (!cell.to) return h('force-lookup', {}, h('div'));
  const { object, id } = cell.to;
  const link = h(
    'a',
    { href: recordHref(object, id), 'data-navigation': 'enable' },
    h('span', {}, h('slot', {}, h('span', {}, cell.display))),
  );
  const button = previewable.has(object)
    ? h(
        'lightning-button-icon',
        {},
        h(
          'button',
          {
            type: 'button',
            class: 'nw-bare nw-bare_small',
            tabindex: -1,
            onclick: () => openPreview(object, id),
          },
          icon('eye'),
          assistive(`Open ${cell.display} Preview`),
        ),
      )
    : null;
  return h(
    'force-lookup',
    {},
    h('div', {}, h('records-hoverable-link', { 'data-navigation': 'enable' }, h('div', {}, link, button))),
  );
}

function byType(object, name, cell) {
  const { display, value, type } = cell;
  switch (type) {
    case 'reference':
      return name === 'OwnerId' ? h('force-owner-lookup', {}, lookup(cell)) : lookup(cell);
    case 'phone':
      return h(
        'lightning-formatted-phone',
        {},
        value ? h('a', { href: `tel:${value.replace(/[^+\d]/g, '')}` }, display) : null,
      );
    case 'email':
      return h(
        'emailui-formatted-email-wrapper',
        {},
        h(
          'lightning-formatted-email',
          {},
          value
            ? h(
                'a',
                { href: `mailto:${value}` },
                h('lightning-primitive-icon', {}, icon('Email'), assistive('Email')),
                display,
              )
            : null,
        ),
      );
    case 'url':
      return h(
        'lightning-formatted-url',
        {},
        value ? h('a', { href: value, target: '_blank', rel: 'noopener' }, display) : null,
      );
    case 'percent':
    case 'int':
    case 'double':
      return h('lightning-formatted-number', {}, display);
    case 'datetime':
      return h('lightning-formatted-date-time', {}, display);
    case 'boolean':
      return h(
        'lightning-input',
        {},
        h('input', { type: 'checkbox', checked: value === true, disabled: true, 'aria-label': name }),
      );
    default:
      if (name === 'StageName') return h('sfa-output-stage-name', {}, h('span', {}, display));
      if (name === 'ForecastCategoryName')
        return h('sfa-output-forecast-category', {}, h('span', {}, display));
      if (name === 'Name' && (object === 'Lead' || object === 'Contact'))
        return h('lightning-formatted-name', {}, display);
      return h('lightning-formatted-text', {}, display);
  }
}

/** The element a field's value is shown in, by its type, as on a Lightning record page. */
export function valueElement(object, name, cell, fields) {
  if (name === 'CreatedById' || name === 'LastModifiedById') {
    const date = fields[name === 'CreatedById' ? 'CreatedDate' : 'LastModifiedDate'];
    return h(
      'records-modstamp',
      {},
      lookup(cell),
      ', ',
      h('lightning-formatted-date-time', {}, date?.display ?? ''),
    );
  }
  return byType(object, name, cell);
}
