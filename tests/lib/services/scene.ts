import { ulid } from 'ulid';
import { salesforceApi } from '@/lib/adapters/salesforce/api';
import type { ApiAdapter } from '@/lib/adapters/contract';
import type { EventId, InstanceId, RecordKey } from '@/lib/domain/ids';
import { recordKey } from '@/lib/domain/ids';
import type { RawReading } from '@/lib/domain/record';
import type { Result } from '@/lib/domain/result';
import type { Envelope } from '@/lib/rpc/call';
import type { Handlers, Output, Parsed } from '@/lib/rpc/contract';
import { handlersOf } from '@/lib/services/handlers';
import { applySeed } from '@/lib/services/seed';
import { testWorld, type TestWorld } from '../../support/world';

export const TAB = 7;
export const BASE = 'https://crm.example';
export const content: Envelope = { caller: 'content', tabId: TAB, documentId: 'top', origin: BASE };
export const framed: Envelope = { caller: 'framed', tabId: TAB, documentId: 'frame', origin: null };
export const page: Envelope = { caller: 'page', tabId: null, documentId: null, origin: null };
export const ALEX = { remoteId: 'u-alex', name: 'Alex Morgan', aliases: [] };

export interface ServiceScene {
  readonly test: TestWorld;
  readonly handlers: Handlers;
  readonly instance: InstanceId;
  key(remoteId: string, api?: string): RecordKey;
  /** The page shows this record now. */
  show(remoteId: string, more?: Partial<Parsed<'content.observed'>>, from?: Envelope): Promise<RecordKey>;
  call(record: RecordKey, more?: Partial<Parsed<'activity.log'>>): Parsed<'activity.log'>;
  view(from?: Envelope): Promise<Output<'panel.view'>>;
}

/** One CRM at `crm.example`, Alex as me, a framed panel with its ticket taken in tab 7, and no API unless given. */
export async function serviceScene(options: {
  readonly now: number;
  readonly seed?: object;
  readonly api?: Partial<ApiAdapter>;
  readonly name?: string;
  readonly iAm?: { remoteId: string; name: string } | null;
}): Promise<ServiceScene> {
  const { now, seed = {}, iAm = { remoteId: ALEX.remoteId, name: ALEX.name } } = options;
  const test = await testWorld({
    now,
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(options.api
      ? {
          api: { ...salesforceApi, ...options.api },
          reach: {
            base: BASE,
            tenant: BASE,
            fetch: () => Promise.reject(new Error('no net')),
            stored: () => null,
          },
        }
      : {}),
    managed: {
      ...{ touchline: 1, language: 'en', role: 'sdr', me: { name: 'Alex Morgan' } },
      calendar: { country: 'US', zone: 'America/New_York' },
      crms: [{ kind: 'salesforce', base: BASE, ...(iAm ? { iAm } : {}) }],
      ...seed,
    },
  });
  await applySeed(test.world);
  test.openTabs.set(TAB, `${BASE}/one`);
  const handlers = handlersOf(test.world);
  const hello = value(await handlers['content.hello']({ url: `${BASE}/one`, kind: 'salesforce' }, content));
  if (hello.state !== 'welcome') throw new Error('not welcome');
  value(await handlers['panel.redeem']({ ticket: hello.ticket }, framed));
  const { instance } = hello;
  const key = (remoteId: string, api = 'Opportunity') => recordKey({ instance, api, remoteId });
  return {
    ...{ test, handlers, instance, key },
    async show(remoteId, more = {}, from = content) {
      const ref = { object: 'deal' as const, api: 'Opportunity', remoteId };
      const seen = { url: `${BASE}/r/${remoteId}`, ref, state: 'read' as const, dark: false };
      const at = test.world.clock.now();
      const input = { ...seen, at, reading: readingOf(remoteId), signedIn: ALEX, ...more };
      value(await handlers['content.observed'](input, from));
      return key(remoteId);
    },
    call: (record, more = {}) => ({
      ...{ id: ulid() as EventId, record, channel: 'call', direction: 'out', outcome: 'no-answer', text: '' },
      ...{ at: test.world.clock.now(), durationSec: null, next: null, meetingAt: null, armedBy: 'key' },
      ...more,
    }),
    view: async (from = framed) => value(await handlers['panel.view']({ tabId: TAB }, from)),
  };
}

export function readingOf(remoteId: string, fields: RawReading['fields'] = {}): RawReading {
  return {
    ref: { object: 'deal', api: 'Opportunity', remoteId },
    ...{ adapter: 'salesforce', revision: 1, source: 'page', expected: ['name'], fallbacks: [] },
    ...{
      language: 'en',
      locale: 'en-US',
      zone: null,
      fields: { name: { text: `Deal ${remoteId}` }, ...fields },
    },
  };
}

/** The value of an answer that must be good. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.fault.code}: ${result.fault.message}`);
  return result.value;
}

/** The same call told twice, as `send` does when the first answer was lost. */
export function twice<T>(run: (from: Envelope) => Promise<T>, from: Envelope): Promise<[T, T]> {
  const same = { ...from, request: ulid() as EventId };
  return run(same).then(async (first) => [first, await run(same)]);
}
