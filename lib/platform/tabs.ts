import { browser } from 'wxt/browser';
import type { CarrierOperation } from '@/lib/domain/carrier';
import type { ToTab } from './messages';

/** A page that does not answer in this time counts as no answer; the outbox looks before it writes again. */
const CARRY_MS = 20_000;

/** Sends to the content script of a tab; null when nobody answers there. */
async function tell(tabId: number, message: ToTab, patience = CARRY_MS): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  try {
    // Only the top frame: the content script lives nowhere else, and a frame must not answer in its place.
    return (await Promise.race([browser.tabs.sendMessage(tabId, message, { frameId: 0 }), late])) ?? null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

export const tabs = {
  tell,
  carry: (
    tabId: number,
    at: { base: string; tenant: string },
    operation: CarrierOperation,
    args: readonly unknown[],
  ): Promise<unknown> => tell(tabId, { carry: operation, ...at, args }),
  async look(tabId: number): Promise<void> {
    await tell(tabId, { shell: 'look' }, 2000);
  },
  /** Only tabs of granted origins show their address to us. */
  async under(base: string): Promise<readonly { id: number; url: string }[]> {
    const all = await browser.tabs.query({});
    return all.flatMap((tab) =>
      tab.id !== undefined && (tab.url === base || tab.url?.startsWith(`${base}/`) === true)
        ? [{ id: tab.id, url: tab.url! }]
        : [],
    );
  },
  async exists(tabId: number): Promise<boolean> {
    return (await tell(tabId, { shell: 'look' }, 2000)) !== null;
  },
};
