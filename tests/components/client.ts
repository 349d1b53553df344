import type { Envelope, Topic } from '@/lib/rpc/call';
import type { Client, Handlers } from '@/lib/rpc/contract';
import { answer } from '@/lib/rpc/server';

const page: Envelope = { caller: 'page', tabId: null, documentId: 'page', origin: null };

/** A page's client straight onto the background's handlers: real parsing, real callers, no browser between. */
export function clientOf(
  handlers: Handlers,
  changed: (topics: readonly Topic[]) => void = () => undefined,
): Client {
  return ((method: string, input: unknown) =>
    answer(handlers, { touchline: 1, method, input }, page, changed)) as Client;
}
