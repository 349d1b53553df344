import { get, objectInfo, recordHref, save, t } from '../app.js';
import { h } from '../dom.js';
import { editableFields, fieldInput, readInput } from '../record/inputs.js';
import { navigate, redraw } from '../router.js';
import { openModal } from './modal.js';
import { toast } from './toast.js';

function formItem(object, name, value) {
  const info = objectInfo(object);
  const field = info.fields[name];
  return h(
    'records-record-layout-item',
    { 'field-label': field.label, role: 'listitem', class: field.type === 'textarea' ? 'is-wide' : '' },
    h(
      'div',
      {
        class: 'slds-grid slds-size_1-of-1 label-stacked',
        'data-target-selection-name': `sfdc:RecordField.${object}.${name}`,
      },
      h(
        'div',
        { class: 'slds-form-element' },
        h(
          'span',
          { class: 'slds-form-element__label' },
          field.required ? h('abbr', { class: 'slds-required', title: 'required' }, '*') : null,
          field.label,
        ),
        h('div', { class: 'slds-form-element__control' }, fieldInput(object, name, value)),
      ),
    ),
  );
}

/** The form in Lightning's element chain; `mode` is create or edit. */
function form(object, mode, fields) {
  const errors = h(
    'records-record-edit-error',
    { hidden: true },
    h('div', { class: 'pageLevelErrors' }, h('ul', { class: 'errorsList' })),
  );
  const tag = `forcegenerated-detailpanel_${object.toLowerCase()}___012000000000000aaa___full___${mode}___recordlayout2`;
  const items = editableFields(object).map((name) => formItem(object, name, fields?.[name]?.value ?? null));
  const panel = h(
    'records-lwc-detail-panel',
    {},
    errors,
    h(tag, {}, h('div', { class: 'nw-form-grid' }, items)),
  );
  return { node: h('records-modal-lwc-detail-panel-wrapper', {}, panel), errors, panel };
}

/** Everything typed, by API name. Searches real shadow roots too. */
function collect(root) {
  const found = {};
  const visit = (node) => {
    if (node.dataset?.inputElementId) found[node.name] = readInput(node);
    for (const child of node.shadowRoot?.children ?? []) visit(child);
    for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}

/** Only what has a value: an empty input must not override a default. */
function filledIn(root) {
  return Object.fromEntries(Object.entries(collect(root)).filter(([, value]) => value !== null));
}

function showErrors(errors, message) {
  errors.hidden = false;
  errors.querySelector('.errorsList').replaceChildren(h('li', {}, message));
}

function footer(onSave, onCancel, extra = null) {
  return h(
    'records-form-footer',
    {},
    h(
      'button',
      { type: 'button', name: 'CancelEdit', class: 'slds-button slds-button_neutral', onclick: onCancel },
      t('cancel'),
    ),
    extra,
    h(
      'button',
      { type: 'button', name: 'SaveEdit', class: 'slds-button slds-button_brand', onclick: onSave },
      t('save'),
    ),
  );
}

/** "New …" over whatever page is behind; leaving it goes back there. */
export function openNewModal(object, behind) {
  const info = objectInfo(object);
  const defaults =
    object === 'Opportunity'
      ? { StageName: { value: 'Prospecting' } }
      : object === 'Lead'
        ? { Status: { value: 'Open - Not Contacted' } }
        : null;
  const { node, errors } = form(object, 'create', defaults);
  async function submit(again) {
    const { ok, body } = await save(object, null, filledIn(node));
    if (!ok) return showErrors(errors, body.message);
    toast(t('saved', info.label));
    modal.close(again ? { again: true } : { id: body.id });
  }
  const both = h(
    'button',
    {
      type: 'button',
      name: 'SaveAndNew',
      class: 'slds-button slds-button_neutral',
      onclick: () => submit(true),
    },
    t('saveAndNew'),
  );
  const modal = openModal({
    title: t('newThing', info.label),
    content: node,
    footer: footer(
      () => submit(false),
      () => modal.close(),
      both,
    ),
    onClose: (result) => {
      if (result?.id) navigate(`/lightning/r/${result.id}/view`, { replace: true });
      else if (result?.again) openNewModal(object, behind);
      else navigate(behind, { replace: true });
    },
  });
}

/** "Edit …": fetches the record again, so that what is edited is what is stored. */
export async function openEditModal(id) {
  const data = await get(`/aura/record?id=${id}`);
  if (!data) return toast(t('gone'), 'error');
  const { node, errors } = form(data.object, 'edit', data.fields);
  async function submit() {
    const sent = Object.fromEntries(
      Object.entries(collect(node)).filter(
        ([name, value]) => value !== (data.fields[name]?.value ?? (value === false ? false : null)),
      ),
    );
    const { ok, body } = await save(data.object, id, sent);
    if (!ok) return showErrors(errors, body.message);
    toast(t('saved', data.name));
    modal.close({ saved: true });
  }
  const modal = openModal({
    title: t('editThing', data.name),
    content: node,
    footer: footer(submit, () => modal.close()),
    onClose: (result) => {
      if (location.pathname.endsWith('/edit')) navigate(recordHref(data.object, id), { replace: true });
      else if (result?.saved) redraw();
    },
  });
}
