import { browser } from 'wxt/browser';
import { failed } from '@/lib/domain/result';
import type { Client } from '@/lib/rpc/contract';
import { requestId } from './request-id';

/** Pauses before asking again when the worker did not answer: it may be starting, or have died on the way. */
const PAUSES_MS = [50, 200, 600, 1500];

/**
 * One call to the background. A dead worker is woken and asked again: every repeat carries the same id, so asking
 * twice does nothing twice. After an update of the extension it answers `updated` and stays silent.
 */
export const send: Client = async (method, input) => {
  const request = requestId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
  for (let attempt = 0; ; attempt += 1) {
    try {
      const result: unknown = await browser.runtime.sendMessage({ touchline: 1, method, input, request });
      if (isResult(result)) return result as never;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message.includes('context invalidated'))
        return failed('updated', 'Touchline was updated; reload the page.');
    }
    const pause = PAUSES_MS[attempt];
    if (pause === undefined) return failed('offline', `${method}: the background did not answer`, true);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};

function isResult(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
