import { app, get, objectInfo, recordHref, t } from '../app.js';
import { h, icon, wait } from '../dom.js';
import { objectTile } from '../shell.js';
import { fieldItem } from '../record/field.js';

let turn = 0;

export function closePreview() {
  turn += 1;
  document.querySelector('.nw-preview')?.remove();
}

/** A record in a panel over the list: no address, no title changes, only `data-recordid` says which. */
export async function openPreview(object, id) {
  closePreview();
  const mine = ++turn;
  const panel = h('aside', {
    class: 'nw-preview',
    'aria-label': t('preview'),
    'data-recordid': id,
    'data-object': object,
  });
  document.getElementById('app').append(panel);
  await wait(app.boot.options.renderDelayMs);
  const data = await get(`/aura/record?id=${id}`);
  if (mine !== turn) return;
  const info = objectInfo(object);
  const names = info.sections[0].fields.filter((name) => !app.boot.options.omit.includes(name));
  panel.append(
    h(
      'div',
      { class: 'nw-preview__head' },
      objectTile(object),
      h(
        'div',
        {},
        h('small', {}, info.label),
        h('h2', {}, h('lightning-formatted-text', { slot: 'primaryField' }, data?.name ?? t('gone'))),
      ),
      h(
        'button',
        { type: 'button', class: 'nw-bare', title: t('close'), onclick: closePreview },
        icon('close'),
      ),
    ),
  );
  if (!data) return;
  panel.append(
    h(
      'records-lwc-detail-panel',
      { class: 'nw-preview__body' },
      names.map((name) => fieldItem(data, name, { editable: false })),
    ),
    h(
      'div',
      { class: 'nw-preview__foot' },
      h('a', { class: 'slds-button slds-button_neutral', href: recordHref(object, id) }, t('open')),
    ),
  );
}
