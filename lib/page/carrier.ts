import type { ApiAdapter, Reach } from '@/lib/adapters/contract';
import type { ToTab } from '@/lib/platform/messages';
import { onTabMessage } from '@/lib/platform/tab-side';

type Carry = Extract<ToTab, { carry: unknown }>;

/**
 * Performs named operations over the page's own session. Put into a tab only when the first one is needed: reading
 * a page needs none of it, and most page loads never do. Put in twice, it stays one.
 */
export function openCarrier(api: ApiAdapter): void {
  const here = globalThis as { touchlineCarrier?: AbortController };
  here.touchlineCarrier?.abort();
  here.touchlineCarrier = new AbortController();
  onTabMessage((message) => ('carry' in message ? carry(api, message) : null), here.touchlineCarrier.signal);
}

/** The background never says an address, only a name. */
function carry(api: ApiAdapter, message: Carry): Promise<unknown> {
  const { base, tenant } = message;
  const reach: Reach = {
    base,
    tenant,
    fetch: (path, init) =>
      fetch(`${base}${path}`, { credentials: 'same-origin', redirect: 'error', ...init }),
    stored: (area, key) => (area === 'local' ? localStorage : sessionStorage).getItem(key),
  };
  const operation = api[message.carry] as (reach: Reach, ...args: readonly unknown[]) => Promise<unknown>;
  return operation(reach, ...message.args).catch((error: unknown) => ({
    ok: false,
    fault: {
      code: 'unreachable',
      message: error instanceof Error ? error.message : String(error),
      retry: true,
    },
  }));
}
