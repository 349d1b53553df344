import { h, icon } from '../dom.js';

/** The focusable parts of a dialog, in order. */
function stops(root) {
  const wanted =
    'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex]:not([tabindex="-1"])';
  return [...root.querySelectorAll(wanted)].filter((node) => node.checkVisibility());
}

/**
 * A modal dialog that guards itself the way common React kits do: the body takes no pointer, everything
 * beside it is aria-hidden, focus that leaves is pulled back, a press outside closes it.
 * `close` may be called more than once.
 */
export function openModal({ title, content, footer, onClose, className = '' }) {
  const dialog = h(
    'div',
    {
      class: `nw-modal ${className}`,
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': title,
      tabindex: '-1',
      'data-state': 'open',
    },
    h(
      'div',
      { class: 'nw-modal__head' },
      h('h2', {}, title),
      h(
        'button',
        { type: 'button', class: 'nw-bare', title: 'Close', onclick: () => close() },
        icon('close'),
      ),
    ),
    h('div', { class: 'nw-modal__body modal-body' }, content),
    h('div', { class: 'nw-modal__foot' }, footer),
  );
  const layer = h(
    'div',
    { class: 'nw-modal-layer uiModal active' },
    h('div', { class: 'nw-scrim' }),
    h('div', { class: 'modal-container' }, dialog),
  );
  const before = document.activeElement;
  let lastInside = dialog;
  const hidden = [];

  function hideOthers() {
    for (const node of [...document.body.children, ...document.documentElement.children]) {
      if (
        node === layer ||
        node === document.body ||
        node === document.head ||
        node.hasAttribute('aria-hidden')
      )
        continue;
      node.setAttribute('aria-hidden', 'true');
      hidden.push(node);
    }
  }
  function onFocusIn(event) {
    if (dialog.contains(event.target)) lastInside = event.target;
    else lastInside.focus();
  }
  function onFocusOut(event) {
    if (event.relatedTarget !== null && !dialog.contains(event.relatedTarget)) lastInside.focus();
  }
  function onPointerDown(event) {
    if (!dialog.contains(event.target)) close();
  }
  function onKeyDown(event) {
    if (event.key === 'Escape') close();
    if (event.key !== 'Tab') return;
    const all = stops(dialog);
    const [first, last] = [all[0], all.at(-1)];
    const edge = event.shiftKey ? first : last;
    if (document.activeElement !== edge && dialog.contains(document.activeElement)) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
  let isOpen = true;
  function close(result) {
    if (!isOpen) return;
    isOpen = false;
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('focusout', onFocusOut);
    document.removeEventListener('pointerdown', onPointerDown);
    document.removeEventListener('keydown', onKeyDown);
    document.body.style.pointerEvents = '';
    for (const node of hidden) node.removeAttribute('aria-hidden');
    layer.remove();
    before?.focus?.();
    onClose?.(result);
  }
  document.body.append(layer);
  document.body.style.pointerEvents = 'none';
  hideOthers();
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('focusout', onFocusOut);
  document.addEventListener('pointerdown', onPointerDown);
  document.addEventListener('keydown', onKeyDown);
  (dialog.querySelector('input, select, textarea') ?? dialog).focus();
  return { close, dialog };
}
