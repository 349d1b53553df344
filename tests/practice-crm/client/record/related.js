import { recordHref, t } from '../app.js';
import { h } from '../dom.js';
import { objectTile } from '../shell.js';

function row(r) {
  return h(
    'li',
    { class: 'nw-related__row' },
    h('a', { href: recordHref(r.object, r.id) }, r.name),
    h('small', {}, r.note),
    r.phone
      ? h('lightning-formatted-phone', {}, h('a', { href: `tel:${r.phone.replace(/[^+\d]/g, '')}` }, r.phone))
      : null,
  );
}

function card(list) {
  return h(
    'lst-related-list-container',
    {},
    h(
      'lst-related-list-single-container',
      { class: 'nw-card nw-related', 'data-related-object': list.object },
      h(
        'h2',
        { class: 'nw-related__title' },
        objectTile(list.object),
        `${t(list.title)} (${list.rows.length})`,
      ),
      list.rows.length
        ? h('ul', {}, list.rows.map(row))
        : h('p', { class: 'nw-muted nw-empty' }, t('nothing')),
    ),
  );
}

/** The related lists beside the details. */
export function relatedCards(data) {
  return data.related.map(card);
}
