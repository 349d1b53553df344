import { app, objectInfo, t } from '../app.js';
import { h } from '../dom.js';

/** The value of an input as the server wants it; null when empty. */
export function readInput(input) {
  if (input.type === 'checkbox') return input.checked;
  const value = input.value.trim();
  if (value === '') return null;
  return input.dataset.number ? Number(value.replace(',', '.')) : value;
}

/** An input for a field, named by its API name and marked as Lightning marks it. */
export function fieldInput(object, name, value) {
  const field = objectInfo(object).fields[name];
  const common = {
    name,
    'data-input-element-id': 'input-field',
    'aria-label': field.label,
    required: field.required,
  };
  if (field.type === 'picklist') {
    const options = field.values.map((v) =>
      h('option', { value: v.value, selected: v.value === value }, v.label),
    );
    const empty = field.required && value ? [] : [h('option', { value: '' }, t('none'))];
    return h(
      'lightning-combobox',
      {},
      h('select', { ...common, class: 'slds-select' }, ...empty, ...options),
    );
  }
  if (name === 'AccountId') {
    const options = app.boot.accounts.map((a) =>
      h('option', { value: a.id, selected: a.id === value }, a.name),
    );
    return h(
      'records-record-layout-lookup',
      {},
      h('select', { ...common, class: 'slds-select' }, h('option', { value: '' }, t('none')), ...options),
    );
  }
  if (field.type === 'textarea') {
    const area = h('textarea', { ...common, class: 'slds-textarea', rows: 3 });
    area.value = value ?? '';
    return h('records-record-layout-text-area', {}, h('lightning-textarea', {}, area));
  }
  if (field.type === 'boolean')
    return h('lightning-input', {}, h('input', { ...common, type: 'checkbox', checked: value === true }));
  const number = ['currency', 'percent', 'int', 'double'].includes(field.type);
  const type = field.type === 'date' ? 'date' : field.type === 'email' ? 'email' : 'text';
  const input = h('input', {
    ...common,
    type,
    class: 'slds-input',
    'data-number': number,
    inputmode: number ? 'decimal' : null,
  });
  input.value = value ?? '';
  return h('lightning-input', {}, input);
}

/** Fields a person may fill in, in layout order. Names are entered in their parts. */
export function editableFields(object) {
  const info = objectInfo(object);
  const names = info.sections.flatMap((section) => section.fields);
  return names
    .flatMap((name) => (name === 'Name' && info.fields.LastName ? ['FirstName', 'LastName'] : [name]))
    .filter(
      (name) =>
        info.fields[name]?.updateable &&
        (info.fields[name].type !== 'reference' || name === 'AccountId') &&
        !app.boot.options.omit.includes(name),
    );
}
