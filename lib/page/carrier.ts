import type { ApiAdapter, Reach } from '@/lib/adapters/contract';
import type { ToTab } from '@/lib/platform/messages';
import { onTabMessage } from '@/lib/platform/tab-side';

/** A request that hangs must be over before the outbox looks for it in the CRM and writes again. */
const FETCH_MS = 9_000;

type Carry = Extract<ToTab, { carry: unknown }>;

/**
 * Performs named operations over the page's own session. Put into a tab only when the first one is needed: reading
 * a page needs none of it, and most page loads never do. Put in twice, it stays one.
 */
export function openCarrier(api: ApiAdapter): void {
  const here = globalThis as { touchlineCarrier?: AbortController };
  here.touchlineCarrier?.abort();
  here.touchlineCarrier = new AbortController();
  onTabMessage((message) => {
    if ('ping' in message) return Promise.resolve(true);
    return 'carry' in message ? carry(api, message) : null;
  }, here.touchlineCarrier.signal);
}

/** The background never says an address, only a name. */
function carry(api: ApiAdapter, message: Carry): Promise<unknown> {
  const { base, tenant } = message;
  if (new URL(base).origin !== location.origin)
    return Promise.resolve(unreachable('this tab is on another host of the CRM'));
  const reach: Reach = {
    base,
    tenant,
    fetch: (path, init) =>
      fetch(`${base}${path}`, {
        ...init,
        credentials: 'same-origin',
        redirect: 'error',
        signal: AbortSignal.timeout(FETCH_MS),
      }),
    stored: (area, key) => (area === 'local' ? localStorage : sessionStorage).getItem(key),
  };
  const operation = api[message.carry] as (reach: Reach, ...args: readonly unknown[]) => Promise<unknown>;
  return operation(reach, ...message.args).catch((error: unknown) =>
    unreachable(error instanceof Error ? error.message : String(error)),
  );
}

function unreachable(message: string) {
  return { ok: false, fault: { code: 'unreachable', message, retry: true } };
}
