import { IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceId } from '@/lib/domain/ids';
import type { Store } from '@/lib/domain/ports';
import { seedEvents, seedLines } from '../../support/seed-events';
import { call, CRM, DAY, day, idOf, ME, open } from './support';

const COUNT = 3000;
const SEED = {
  count: COUNT,
  until: DAY,
  perDay: 60,
  me: ME,
  device: idOf(1, 'DEV') as DeviceId,
  instance: CRM,
  zone: 'Europe/London',
};
const FROM = day('2026-05-01');
const TO = day('2026-08-01');

/** Rows of the events table that were handed out since the last look. */
let handedOut = 0;
const undo: (() => void)[] = [];

function watch(prototype: object, method: string, table: (self: never) => string): void {
  const original = Reflect.get(prototype, method) as (...args: unknown[]) => IDBRequest;
  Reflect.set(prototype, method, function counted(this: never, ...args: unknown[]) {
    const request = original.apply(this, args);
    if (table(this) === 'events')
      request.addEventListener('success', () => {
        const { result } = request as { result: unknown };
        handedOut += Array.isArray(result) ? result.length : result ? 1 : 0;
      });
    return request;
  });
  undo.push(() => Reflect.set(prototype, method, original));
}

async function rowsFor(read: () => Promise<unknown>): Promise<number> {
  handedOut = 0;
  await read();
  return handedOut;
}

describe('on a log of three thousand events', () => {
  let store: Store;
  const someone = [...seedEvents(SEED)].at(-1)!.event.record!;

  beforeAll(async () => {
    store = await open();
    const answer = await store.data.importLines([...seedLines(SEED, store.data.schema)], false);
    expect(answer).toMatchObject({ added: COUNT + COUNT / 5, broken: [] });
    for (const method of ['get', 'getAll', 'openCursor']) {
      watch(IDBObjectStore.prototype, method, (self: IDBObjectStore) => self.name);
      watch(IDBIndex.prototype, method, (self: IDBIndex) => self.objectStore.name);
    }
  });
  afterAll(() => {
    for (const one of undo) one();
  });

  it('the watch sees what is read', async () => {
    expect(await rowsFor(() => store.log.ofDays(ME, ['activity.logged'], DAY, TO))).toBe(60);
  });

  it('figures read no event at all', async () => {
    expect(await rowsFor(() => store.metrics.tally('dials', ME, FROM, TO))).toBe(0);
    expect(await rowsFor(() => store.metrics.daily('conversations', ME, FROM, TO))).toBe(0);
    expect(await rowsFor(() => store.metrics.members('prospects-worked', ME, FROM, TO))).toBe(0);
    expect(await store.metrics.tally('dials', ME, FROM, TO)).toEqual({ '': COUNT });
  });

  it('lists read what they show, wherever they stand', async () => {
    const all = { subject: ME, from: null, to: null, channel: null, outcome: null, find: '', limit: 50 };
    let next: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const before = next;
      const read = async () => void ({ next } = await store.log.activities({ ...all, before }));
      expect(await rowsFor(read)).toBe(50);
    }
    expect(await rowsFor(() => store.log.ofRecord(someone, 5))).toBeLessThanOrEqual(5);
    expect(await rowsFor(() => store.log.openSteps(ME, TO))).toBe(0);
    expect(await rowsFor(() => store.log.meetingsDue(ME, Date.parse(TO)))).toBe(0);
    expect(await rowsFor(() => store.log.firstDay(ME))).toBeLessThanOrEqual(1);
  });

  it('an act reads no other event, and a correction only its own chain', async () => {
    expect(await rowsFor(() => store.log.append({ events: [call(1)] }))).toBe(0);
    const correct = () => store.log.append({ events: [call(2, { supersedes: idOf(1) as never })] });
    expect(await rowsFor(correct)).toBeLessThan(10);
  });
});
