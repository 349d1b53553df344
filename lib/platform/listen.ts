import { browser } from 'wxt/browser';
import { failed } from '@/lib/domain/result';
import type { Caller, Envelope } from '@/lib/rpc/call';

interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Who is speaking, as the browser says; null for whoever must not be heard. */
export function callerOf(sender: Sender): Envelope | null {
  if (sender.id !== browser.runtime.id) return null;
  const own = new URL(browser.runtime.getURL('/')).origin;
  const url = sender.url ?? '';
  const tabId = sender.tab?.id ?? null;
  const rest = { tabId, documentId: sender.documentId ?? null, origin: sender.origin ?? null };
  if (url.startsWith(`${own}/`)) {
    // A sandboxed page's frame has the origin "null": it is refused.
    if (sender.origin !== undefined && sender.origin !== own) return null;
    const framed = tabId !== null && sender.frameId !== 0;
    const panel = new URL(url).pathname === '/sidepanel.html';
    // Only the panel may stand in a page; our other pages are not web-accessible and never framed.
    if (framed && !panel) return null;
    const caller: Caller = framed ? 'framed' : 'page';
    return { caller, ...rest };
  }
  // A content script: top frame of a tab only.
  return tabId !== null && sender.frameId === 0 ? { caller: 'content', ...rest } : null;
}

/** Hears every message, synchronously from the first line of the worker; answers when `ready` allows. */
export function listen(answer: (message: unknown, from: Envelope) => Promise<unknown> | null): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Sender, reply: (value: unknown) => void) => {
      const from = callerOf(sender);
      const running = from && answer(message, from);
      if (!running) return false;
      // Without an answer the page would wait for ever.
      running.then(reply, (error: unknown) =>
        reply(failed('bug', error instanceof Error ? error.message : String(error))),
      );
      return true;
    },
  );
}
