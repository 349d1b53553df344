const POINTER = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'focusin',
] as const;

/**
 * Modal dialogs of CRMs trap the focus: a click on the panel counts as "outside" and closes the deal, focus put
 * into it is pulled back. Seen in pages built on common React kits; what worked is to end these events at the
 * window, before the page's own listeners, when they come from the panel or go to it.
 */
export function guardFocus(host: Element, signal: AbortSignal): void {
  for (const type of POINTER) {
    window.addEventListener(
      type,
      (event) => {
        if (event.target === host) event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
  }
  window.addEventListener(
    'focusout',
    (event) => {
      if (event.relatedTarget === host) event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
}
