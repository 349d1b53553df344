import { browser } from 'wxt/browser';
import type { Topic } from '@/lib/rpc/call';
import type { Connection } from '@/lib/rpc/connection';
import { isChanged } from './messages';
import { send } from './send';
import { pageUrl } from './tab-side';

/** Connects a page of ours to the background. */
export function connectClient(): Connection {
  const framed = window.top !== window;
  const armed = new Set<() => void>();
  let port: MessagePort | null = null;
  const ready = framed ? redeem((given) => (port = given), armed) : Promise.resolve(true);
  return {
    call: async (method, input) => {
      await ready;
      return send(method, input);
    },
    onChanged,
    surface: framed ? 'framed' : 'page',
    async tabId() {
      if (framed) return null;
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      return tab?.id ?? null;
    },
    ready,
    toShell: (command) => port?.postMessage({ command }),
    onArmed(listener) {
      armed.add(listener);
      return () => armed.delete(listener);
    },
    openPage(page) {
      window.open(pageUrl(page), '_blank', 'noopener');
    },
  };
}

/**
 * Being framed proves nothing: any page can frame this file. Only our content script holds a ticket, and hands it
 * over a channel to exactly this frame. Until the background has taken it, nothing is asked and nothing is shown.
 */
function redeem(keep: (port: MessagePort) => void, armed: ReadonlySet<() => void>): Promise<boolean> {
  return new Promise((resolve) => {
    window.addEventListener('message', (event) => {
      const [port] = event.ports;
      if (event.source !== window.parent || !port) return;
      port.addEventListener('message', (sent) => {
        const data: unknown = sent.data;
        if (typeof data !== 'object' || data === null) return;
        if ('ticket' in data && typeof data.ticket === 'string') {
          void send('panel.redeem', { ticket: data.ticket }).then((result) => {
            // A refused ticket may be an evil page's: the real shell may still come.
            if (!result.ok) return;
            keep(port);
            resolve(true);
          });
        } else if ('armed' in data) {
          for (const listener of armed) listener();
        }
      });
      port.start();
    });
  });
}

function onChanged(listener: (topics: readonly Topic[] | 'all', revision: number) => void): () => void {
  function heard(message: unknown): undefined {
    if (isChanged(message)) listener(message.changed as Topic[], message.revision);
    return undefined;
  }
  function woke(): void {
    if (document.visibilityState === 'visible') listener('all', -1);
  }
  browser.runtime.onMessage.addListener(heard);
  window.addEventListener('focus', woke);
  window.addEventListener('pageshow', woke);
  document.addEventListener('visibilitychange', woke);
  return () => {
    browser.runtime.onMessage.removeListener(heard);
    window.removeEventListener('focus', woke);
    window.removeEventListener('pageshow', woke);
    document.removeEventListener('visibilitychange', woke);
  };
}
