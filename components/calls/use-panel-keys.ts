import { useEffect } from 'react';
import { digitOf, isComposing, isTextField } from '../ui/keys';

export interface PanelKeys {
  readonly digit: (key: number) => void;
  readonly enter: (next: boolean) => void;
  readonly escape: () => void;
  /** A letter by its place on the keyboard, "C" for KeyC. Answers whether it meant something. */
  readonly letter: (letter: string) => boolean;
}

/**
 * The keys of the panel's window. By place (`event.code`), never while an input method writes, never with a
 * modifier (right Alt writes letters on many keyboards, and is told neither as Alt nor as Ctrl then), and never where
 * they are text.
 */
export function usePanelKeys(keys: PanelKeys): void {
  useEffect(() => {
    function heard(event: KeyboardEvent): void {
      if (event.defaultPrevented || isComposing(event)) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.getModifierState('AltGraph')) return;
      if (document.querySelector('[role=dialog]') !== null) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        keys.escape();
        return;
      }
      if (event.key === 'Enter') {
        if (actsOnEnter(event)) return;
        event.preventDefault();
        if (!event.repeat) keys.enter(event.shiftKey);
        return;
      }
      if (event.shiftKey || event.repeat || isTextField(event.target)) return;
      const digit = digitOf(event.code);
      const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
      if (digit !== null) {
        event.preventDefault();
        keys.digit(digit);
      } else if (letter !== undefined && keys.letter(letter)) event.preventDefault();
    }
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, [keys]);
}

/** Buttons press themselves on Enter; the outcomes do not, since Enter on them saves what they chose. */
function actsOnEnter(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement) || target === document.body) return false;
  if (target.getAttribute('role') === 'radio') return false;
  if (target.closest('[data-own-enter]') !== null) return true;
  return target instanceof HTMLButtonElement ? !event.shiftKey : target instanceof HTMLAnchorElement;
}
