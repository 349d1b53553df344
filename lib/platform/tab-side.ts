import { browser } from 'wxt/browser';
import type { ToTab } from './messages';

export function getUrl(path: string): string {
  return (browser.runtime.getURL as (path: string) => string)(path);
}

/** True once the extension this script came from is gone: its messages reach nobody any more. */
export function isOrphan(): boolean {
  return browser.runtime?.id === undefined;
}

export function pageUrl(page: 'dashboard' | 'options'): string {
  return getUrl(`/${page}.html`);
}

/** Listens for the background in a content script; null leaves a message to another listener. Ends with `signal`. */
export function onTabMessage(answer: (message: ToTab) => Promise<unknown> | null, signal: AbortSignal): void {
  function heard(message: unknown, sender: { id?: string }, reply: (value: unknown) => void): boolean {
    if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return false;
    if (!('shell' in message) && !('carry' in message) && !('ping' in message)) return false;
    const running = answer(message as ToTab);
    if (!running) return false;
    void running.then(reply);
    return true;
  }
  browser.runtime.onMessage.addListener(heard);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(heard));
}
