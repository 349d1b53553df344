/**
 * True while an input method is writing a syllable. Chromium tells by `isComposing`; the Enter that ends a
 * composition may come after it with key code 229 only.
 */
export function isComposing(event: { readonly isComposing?: boolean; readonly keyCode: number }): boolean {
  return event.isComposing === true || event.keyCode === 229;
}

/** Whether keys typed there are text, so that no letter or digit may be taken for a shortcut. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** 1…9 for a digit key of either row, by its place and not by its letter; null for any other key. */
export function digitOf(code: string): number | null {
  const match = /^(?:Digit|Numpad)([1-9])$/.exec(code);
  return match === null ? null : Number(match[1]);
}
