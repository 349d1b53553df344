import { h, icon } from '../dom.js';

function manager() {
  let box = document.querySelector('.forceToastManager');
  if (!box) {
    box = h('div', { class: 'forceToastManager', role: 'status' });
    document.getElementById('app').append(box);
  }
  return box;
}

/** A message for four seconds; errors stay until closed. */
export function toast(message, kind = 'success') {
  const note = h(
    'div',
    { class: 'toastContainer' },
    h(
      'div',
      { class: `forceToastMessage nw-toast slds-theme_${kind}` },
      icon(kind === 'error' ? 'close' : 'check'),
      h('span', { class: 'toastMessage forceActionsText' }, message),
      h(
        'button',
        { type: 'button', class: 'nw-bare', title: 'Close', onclick: () => note.remove() },
        icon('close'),
      ),
    ),
  );
  manager().append(note);
  if (kind !== 'error') setTimeout(() => note.remove(), 4000);
}
