import { app, objectInfo, save, t } from '../app.js';
import { h, wait, wrap } from '../dom.js';
import { redraw } from '../router.js';
import { toast } from '../overlay/toast.js';
import { fieldItem } from './field.js';
import { readInput } from './inputs.js';

/** The detail panel; fields arrive section by section, and clicking a pencil turns that field into an input. */
export async function fillDetails(panel, data, stale) {
  const info = objectInfo(data.object);
  const { omit, renderDelayMs } = app.boot.options;
  const editing = new Map();
  let bar = null;

  function itemFor(name) {
    return fieldItem(data, name, { editable: true, editing: editing.has(name), onEdit: () => edit(name) });
  }
  const items = new Map();

  function swap(name) {
    const next = itemFor(name);
    items.get(name).replaceWith(next);
    items.set(name, next);
    return next;
  }
  function edit(asked) {
    const names = asked === 'Name' && info.fields.LastName ? [] : [asked];
    for (const name of names) {
      editing.set(name, true);
      const root = swap(name);
      const inside = root.shadowRoot ?? root;
      const input =
        inside.querySelector('[data-input-element-id]') ??
        inside.querySelector('*')?.shadowRoot?.querySelector('[data-input-element-id]');
      input?.focus();
      input?.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.isComposing && input.tagName !== 'TEXTAREA') submit();
        if (event.key === 'Escape') cancel();
      });
      editing.set(name, input);
    }
    bar ??= panel.appendChild(
      h(
        'records-form-footer',
        { class: 'nw-inline-footer' },
        h(
          'button',
          { type: 'button', name: 'CancelEdit', class: 'slds-button slds-button_neutral', onclick: cancel },
          t('cancel'),
        ),
        h(
          'button',
          { type: 'button', name: 'SaveEdit', class: 'slds-button slds-button_brand', onclick: submit },
          t('save'),
        ),
      ),
    );
  }
  function cancel() {
    const names = [...editing.keys()];
    editing.clear();
    bar?.remove();
    bar = null;
    for (const name of names) swap(name);
  }
  async function submit() {
    const fields = Object.fromEntries([...editing].map(([name, input]) => [name, readInput(input)]));
    const { ok, body } = await save(data.object, data.id, fields);
    if (!ok) return toast(t('failed', body.message), 'error');
    cancel();
    toast(t('saved', data.name));
    redraw();
  }

  panel.replaceChildren();
  for (const section of info.sections) {
    if (stale()) return;
    const names = section.fields.filter((name) => !omit.includes(name));
    const nodes = names.map((name) => {
      const node = itemFor(name);
      items.set(name, node);
      return node;
    });
    panel.append(sectionNode(info, t(section.title, info.label), nodes));
    if (renderDelayMs > 0) await wait(renderDelayMs / 2);
  }
}

function sectionNode(info, title, items) {
  const rows = [];
  for (let i = 0; i < items.length; i += 2) rows.push(items.slice(i, i + 2));
  const heading = h(
    'h3',
    { class: 'slds-section__title' },
    h('span', { class: 'test-id__section-header-title' }, title),
  );
  if (info.style === 'dynamic') {
    const columns = [0, 1].map((n) =>
      h(
        'flexipage-column2',
        { class: 'column' },
        items.filter((_, i) => i % 2 === n),
      ),
    );
    return h(
      'flexipage-field-section2',
      { class: 'nw-section' },
      heading,
      h('laf-progressive-container', {}, h('slot', {}, h('div', { class: 'nw-columns' }, columns))),
    );
  }
  const list = h(
    'dl',
    { class: 'slds-form' },
    rows.map((row) => h('records-record-layout-row', { class: 'slds-form__row' }, row)),
  );
  return h(
    'records-record-layout-section',
    { class: 'nw-section' },
    h('div', { class: 'slds-section has-header slds-is-open' }, heading, list),
  );
}

/** The chain between a tab and the sections; `inner` is what `fillDetails` fills. */
export function detailsFrame(data) {
  const info = objectInfo(data.object);
  const inner = h(info.style === 'dynamic' ? 'slot' : 'records-record-layout-block', {});
  if (info.style === 'dynamic') return { node: h('flexipage-component2', {}, inner), inner };
  const tag = `forcegenerated-detailpanel_${data.object.toLowerCase()}___012000000000000aaa___full___view___recordlayout2`;
  const chain = [
    'flexipage-component2',
    'records-lwc-detail-panel',
    'records-base-record-form',
    ['div', { class: 'record-layout-container' }],
    'records-lwc-record-layout',
    [tag, { class: 'forcegenerated-record-layout2' }],
  ];
  return { node: wrap(chain, inner), inner };
}
