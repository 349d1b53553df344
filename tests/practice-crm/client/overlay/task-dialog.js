import { app, save, t } from '../app.js';
import { h } from '../dom.js';
import { redraw } from '../router.js';
import { toast } from './toast.js';

function line(label, control) {
  return h(
    'label',
    { class: 'slds-form-element' },
    h('span', { class: 'slds-form-element__label' }, label),
    control,
  );
}

/** Who or what an activity is about, as a Task wants it. */
export function aboutFields(record) {
  if (record.object === 'Lead' || record.object === 'Contact') return { WhoId: record.id };
  return { WhatId: record.id };
}

/** "New task" in a native modal dialog: everything outside is inert. */
export function openTaskDialog(record) {
  const subject = h('input', { name: 'Subject', class: 'slds-input', required: true, value: t('Task') });
  const due = h('input', { name: 'ActivityDate', type: 'date', class: 'slds-input', value: app.boot.today });
  const comments = h('textarea', { name: 'Description', class: 'slds-textarea', rows: 3 });
  const dialog = h(
    'dialog',
    {
      class: 'nw-dialog',
      'aria-label': t('newTask'),
      'data-testid': 'task-dialog',
      onclose: () => dialog.remove(),
    },
    h(
      'form',
      {
        method: 'dialog',
        onsubmit: async (event) => {
          event.preventDefault();
          const fields = {
            Subject: subject.value,
            ActivityDate: due.value || null,
            Description: comments.value || null,
            ...aboutFields(record),
          };
          const { ok, body } = await save('Task', null, fields);
          if (!ok) return toast(t('failed', body.message), 'error');
          dialog.close();
          toast(t('saved', subject.value));
          redraw();
        },
      },
      h('h2', {}, t('newTask')),
      h('p', { class: 'nw-muted' }, record.name),
      line(t('subject'), subject),
      line(t('dueDate'), due),
      line(t('comments'), comments),
      h(
        'div',
        { class: 'nw-dialog__foot' },
        h(
          'button',
          { type: 'button', class: 'slds-button slds-button_neutral', onclick: () => dialog.close() },
          t('cancel'),
        ),
        h('button', { type: 'submit', class: 'slds-button slds-button_brand' }, t('save')),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
