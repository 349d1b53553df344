const ENDED_HERE = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'focusin',
  'keydown',
  'keypress',
  'keyup',
] as const;

/**
 * Modal dialogs of CRMs trap the focus: a click on the panel counts as "outside" and closes the deal, focus put
 * into it is pulled back. Seen in pages built on common React kits; what worked is to end these events at the
 * window, before the page's own listeners, when they come from the panel or go to it. Its keys are no hotkeys of the
 * page either. Ended there, they never reach the tab, which lies deeper: it is told of them here.
 */
export function guardFocus(host: Element, own: (event: Event) => void, signal: AbortSignal): void {
  for (const type of ENDED_HERE) {
    window.addEventListener(
      type,
      (event) => {
        if (event.target !== host) return;
        event.stopImmediatePropagation();
        own(event);
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
