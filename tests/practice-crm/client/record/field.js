import { app, objectInfo, t } from '../app.js';
import { assistive, h, icon, slotted } from '../dom.js';
import { fieldInput } from './inputs.js';
import { valueElement } from './value.js';

function emptyCell(name, object) {
  return { value: null, display: '', type: objectInfo(object).fields[name].type, to: null };
}

function viewControl(data, name, slotName, label, onEdit) {
  const value = valueElement(
    data.object,
    name,
    data.fields[name] ?? emptyCell(name, data.object),
    data.fields,
  );
  value.setAttribute('data-output-element-id', 'output-field');
  const holder = app.boot.options.halfLoaded ? h('span', { class: 'nw-stencil' }) : slotted(slotName, value);
  const readOnly = onEdit ? '' : ' is-read-only';
  const pencil =
    onEdit &&
    h(
      'button',
      {
        type: 'button',
        class: 'test-id__inline-edit-trigger slds-button_icon nw-bare nw-bare_small',
        title: `${t('edit')} ${label}`,
        onclick: onEdit,
      },
      icon('pencil'),
      assistive(`${t('edit')} ${label}`),
    );
  return h(
    'div',
    { class: 'slds-form-element__control' },
    h(
      'span',
      { class: `test-id__field-value slds-form-element__static slds-grow word-break-ie11${readOnly}` },
      holder,
    ),
    pencil,
  );
}

/**
 * One field in Lightning's markup (facts §2.4). Page layouts use records-record-layout-item, dynamic forms
 * flexipage-field; both carry `data-target-selection-name` with API names.
 */
export function fieldItem(data, name, { editable, editing = false, onEdit = null }) {
  const info = objectInfo(data.object);
  const { label, updateable, type } = info.fields[name];
  const dynamic = info.style === 'dynamic';
  const mayEdit = editable && updateable && type !== 'reference';
  const control = editing
    ? h(
        'div',
        { class: 'slds-form-element__control' },
        fieldInput(data.object, name, data.fields[name]?.value ?? null),
      )
    : viewControl(data, name, dynamic ? 'output' : 'outputField', label, mayEdit ? onEdit : null);
  const box = h(
    'div',
    {
      class: `slds-grid slds-size_1-of-1 ${dynamic ? 'label-inline' : 'label-stacked'}`,
      'data-target-selection-name': `sfdc:RecordField.${data.object}.${name}`,
    },
    h(
      'div',
      {
        class: `slds-form-element slds-hint-parent test-id__output-root slds-form-element_edit${mayEdit ? '' : ' slds-form-element_readonly'}`,
      },
      h(
        'div',
        { class: 'test-id__field-label-container slds-form-element__label' },
        h('span', { class: 'test-id__field-label' }, label),
      ),
      control,
    ),
  );
  const wide = type === 'textarea' ? 'is-wide' : '';
  if (!dynamic)
    return h(
      'records-record-layout-item',
      { 'field-label': label, role: 'listitem', class: `slds-form__item ${wide}` },
      box,
    );
  const fieldId = `Record${name.replace(/__c$/, '_c')}Field`;
  return h(
    'flexipage-field',
    { 'data-field-id': fieldId, class: wide },
    h('record_flexipage-record-field', { role: 'listitem' }, box),
  );
}
