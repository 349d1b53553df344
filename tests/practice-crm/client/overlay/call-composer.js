import { app, save, t } from '../app.js';
import { h, icon } from '../dom.js';
import { redraw } from '../router.js';
import { aboutFields } from './task-dialog.js';
import { toast } from './toast.js';

function item(name, label, control) {
  return h(
    'div',
    { class: 'slds-form-element', 'data-target-selection-name': `sfdc:RecordField.Task.${name}` },
    h(
      'label',
      { class: 'slds-form-element__label' },
      label,
      h('div', { class: 'slds-form-element__control' }, control),
    ),
  );
}

/** The CRM's own "Log a Call": a composer docked at the bottom, not modal; the user presses Save. */
export function openCallComposer(record) {
  document.querySelector('.slds-docked-composer')?.remove();
  const mark = { 'data-input-element-id': 'input-field' };
  const subject = h('input', { ...mark, name: 'Subject', class: 'slds-input', value: 'Call' });
  const comments = h('textarea', { ...mark, name: 'Description', class: 'slds-textarea', rows: 4 });
  const day = h('input', {
    ...mark,
    name: 'ActivityDate',
    type: 'date',
    class: 'slds-input',
    value: app.boot.today,
  });
  async function submit() {
    const fields = {
      Subject: subject.value,
      Description: comments.value || null,
      ActivityDate: day.value || null,
      Status: 'Completed',
      TaskSubtype: 'Call',
      CallType: 'Outbound',
      Type: 'Call',
      ...aboutFields(record),
    };
    const { ok, body } = await save('Task', null, fields);
    if (!ok) return toast(t('failed', body.message), 'error');
    panel.remove();
    toast(t('saved', subject.value));
    redraw();
  }
  const panel = h(
    'section',
    {
      class: 'slds-docked-composer slds-is-open forceDockingPanel',
      role: 'dialog',
      'aria-label': t('logCall'),
      'data-testid': 'call-composer',
    },
    h(
      'header',
      { class: 'nw-docked__head' },
      icon('Call'),
      h('h2', {}, t('logCall')),
      h('small', {}, record.name),
      h(
        'button',
        { type: 'button', class: 'nw-bare', title: t('close'), onclick: () => panel.remove() },
        icon('close'),
      ),
    ),
    h(
      'div',
      { class: 'nw-docked__body' },
      item('Subject', t('subject'), subject),
      item('ActivityDate', t('dueDate'), day),
      item('Description', t('comments'), comments),
    ),
    h(
      'footer',
      { class: 'nw-docked__foot' },
      h(
        'button',
        { type: 'button', name: 'SaveEdit', class: 'slds-button slds-button_brand', onclick: submit },
        t('save'),
      ),
    ),
  );
  document.getElementById('app').append(panel);
  subject.focus();
}
