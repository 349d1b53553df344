import { browser } from 'wxt/browser';
import type { CrmKind } from '@/lib/domain/record';
import type { CarrierOperation } from '@/lib/domain/carrier';
import type { ToTab } from './messages';

/** A page that does not answer in this time counts as no answer; the outbox looks before it writes again. */
const CARRY_MS = 20_000;
const PING_MS = 2000;

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

/** Runs one of our files in a tab's top frame; its value, or null when the tab does not let it. */
export async function inject(tabId: number, file: string): Promise<unknown> {
  try {
    // WXT knows the names of its own files only once they are built.
    const files = [file] as never[];
    const [result] = await browser.scripting.executeScript({ target: { tabId }, files });
    return result?.result ?? null;
  } catch {
    // The tab closed or moved to a page nobody may touch: the next start tries again.
    return null;
  }
}

export const tabs = {
  tell,
  /** The carrier is put into the tab when it is first needed, and again when the tab has forgotten it. */
  async carry(
    tabId: number,
    { kind, base, tenant }: { kind: CrmKind; base: string; tenant: string },
    operation: CarrierOperation,
    args: readonly unknown[],
  ): Promise<unknown> {
    // Asked first, and the operation sent once: no answer to a write can also mean that it was written.
    if ((await tell(tabId, { ping: 'carrier' }, PING_MS)) === null) await inject(tabId, `${kind}-carrier.js`);
    return tell(tabId, { carry: operation, base, tenant, args });
  },
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
  /** Takes everything of ours out of that tab's page. */
  async leave(tabId: number): Promise<void> {
    await tell(tabId, { shell: 'leave' }, PING_MS);
  },
  async exists(tabId: number): Promise<boolean> {
    return (await tell(tabId, { shell: 'here' }, PING_MS)) !== null;
  },
};
