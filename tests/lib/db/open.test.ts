import { forceCloseDatabase } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { makeDatabase } from '@/lib/db/database';
import { MIGRATIONS } from '@/lib/db/migrations/all';
import type { Migration } from '@/lib/db/migrations/migration';
import { openStore } from '@/lib/db/open';
import { METRICS } from '@/lib/kpi/catalog';
import { dials } from '@/lib/kpi/dials';
import { defineTally } from '@/lib/kpi/shape';
import { counts, rollups } from './raw';
import { call, DAY, day, eventId, ME, newDisk, open, options } from './support';

const NEXT = day('2026-07-16');
const LATER: Migration = { version: MIGRATIONS.length + 1, note: 'later', stores: { later: 'id' } };

/** Everything on a disk, version and rows, as one text. */
async function picture(disk: ReturnType<typeof newDisk>): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = disk.indexedDB.open('touchline');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const seen: Record<string, unknown> = { version: db.version };
  for (const name of db.objectStoreNames)
    seen[name] = await new Promise((resolve) => {
      const request = db.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
    });
  db.close();
  return JSON.stringify(seen);
}

describe('openStore', () => {
  it('makes a database with a device, and the same one the next time', async () => {
    const disk = newDisk();
    const first = await open(disk);
    expect((await open(disk)).device).toBe(first.device);
    expect(await disk.indexedDB.databases()).toEqual([
      { name: 'touchline', version: MIGRATIONS.length * 10 },
    ]);
  });

  it('does not touch a database of a newer build', async () => {
    const disk = newDisk();
    const newer = await open(disk, { migrations: [...MIGRATIONS, LATER] });
    await newer.log.append({ events: [call(1)] });
    const before = await picture(disk);
    expect(await openStore(options(disk))).toEqual({
      kind: 'too-new',
      found: MIGRATIONS.length + 1,
      known: MIGRATIONS.length,
    });
    expect(await picture(disk)).toBe(before);
  });

  it('keeps version and rows when an upgrade throws half way', async () => {
    const disk = newDisk();
    const store = await open(disk);
    await store.log.append({ events: [call(1)] });
    const before = await picture(disk);
    const broken: Migration = {
      ...LATER,
      async upgrade(tx) {
        await tx.table('events').clear();
        throw new Error('half way');
      },
    };
    const outcome = await openStore(options(disk, { migrations: [...MIGRATIONS, broken] }));
    // A fault of ours, which trying again does not mend.
    expect(outcome).toEqual({
      kind: 'failed',
      fault: { code: 'bug', message: expect.stringContaining('half way') as string, retry: false },
    });
    expect(await picture(disk)).toBe(before);
    expect(await (await open(disk)).log.event(eventId(1))).not.toBeNull();
  });

  it('upgrades rows when the upgrade holds', async () => {
    const disk = newDisk();
    await (await open(disk)).shelf.put('old', 1);
    const good: Migration = {
      ...LATER,
      upgrade: async (tx) => void (await tx.table('shelf').put({ name: 'new', value: 2 })),
    };
    const store = await open(disk, { migrations: [...MIGRATIONS, good] });
    expect([await store.shelf.get('old'), await store.shelf.get('new')]).toEqual([1, 2]);
  });

  it('lets go when a newer build opens, and says so afterwards', async () => {
    const disk = newDisk();
    const old = await open(disk);
    await open(disk, { migrations: [...MIGRATIONS, LATER] });
    const answer = await old.log.append({ events: [call(1)] });
    expect(answer).toMatchObject({ ok: false, fault: { code: 'updated', retry: true } });
  });

  it('tries once more when opening fails, and then gives the reason', async () => {
    const disk = newDisk();
    let fails = 1;
    let tries = 0;
    const moody = new Proxy(disk.indexedDB, {
      get(target, name) {
        if (name !== 'open') return Reflect.get(target, name) as unknown;
        return (...args: [string, number?]) => {
          tries += 1;
          if (fails-- > 0) throw new DOMException('internal error opening backing store', 'UnknownError');
          return target.open(...args);
        };
      },
    });
    expect((await openStore(options({ ...disk, indexedDB: moody }))).kind).toBe('ready');
    fails = 99;
    tries = 0;
    expect(await openStore(options({ ...disk, indexedDB: moody }))).toMatchObject({
      kind: 'failed',
      fault: {
        ...{ code: 'storage-failed', retry: true },
        message: expect.stringContaining('backing store') as string,
      },
    });
    expect(tries).toBe(2);
  });
});

describe('a connection that the browser closes', () => {
  /** A store, a look at its connection, and how often it said that it was lost. */
  async function capture() {
    const disk = newDisk();
    const requests: IDBOpenDBRequest[] = [];
    const watched = new Proxy(disk.indexedDB, {
      get(target, name) {
        if (name !== 'open') return Reflect.get(target, name) as unknown;
        return (...args: [string, number?]) => {
          const request = target.open(...args);
          requests.push(request);
          return request;
        };
      },
    });
    const told = { lost: 0 };
    const store = await open({ ...disk, indexedDB: watched }, { onLost: () => (told.lost += 1) });
    const opened = requests.length;
    return {
      disk,
      store,
      told,
      connection: requests.at(-1)!.result,
      openedSince: () => requests.length - opened,
    };
  }

  it('is said to be lost once, and is not opened again by itself', async () => {
    const { store, told, connection, openedSince } = await capture();
    forceCloseDatabase(connection as never);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told.lost).toBe(1);
    expect((await store.log.append({ events: [call(1)] })).ok).toBe(false);
    await expect(store.shelf.get('x')).rejects.toThrow();
    expect(openedSince()).toBe(0);
  });

  it('has kept everything for the store that is opened next', async () => {
    const { disk, store, connection } = await capture();
    await store.log.append({ events: [call(1)] });
    forceCloseDatabase(connection as never);
    const again = await open(disk, { freshLog: true });
    expect(await again.log.append({ events: [call(2)] })).toEqual({ ok: true, value: { added: 1 } });
    expect(await again.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 2 });
    expect((await disk.indexedDB.databases()).map(({ name }) => name)).toEqual(['touchline']);
  });
});

describe('a metric with another definition', () => {
  const changed = defineTally({ ...dials, version: 2, tally: () => [{ amount: 10, currency: null }] });
  const metrics = [...METRICS.filter((metric) => metric.id !== 'dials'), changed];

  it('is stale until rebuilt, and a rebuild that stops half way goes on where it was', async () => {
    const disk = newDisk();
    const before = await open(disk);
    const days = Array.from({ length: 1200 }, (_, at) => call(at + 1));
    await before.log.append({ events: days });
    const store = await open(disk, { metrics });
    expect(await store.metrics.stale()).toEqual(['dials']);
    expect(await store.metrics.tally('dials', ME, DAY, NEXT)).toEqual({});

    const seen: [number, number][] = [];
    const stopped = store.metrics.rebuild((done, total) => {
      seen.push([done, total]);
      throw new Error('the worker died');
    });
    await expect(stopped).rejects.toThrow('the worker died');
    expect(seen).toEqual([[1000, 1200]]);
    // One event lies before the cursor, one behind it.
    await store.log.append({ events: [call(9001), { ...call(0), id: eventId(0) }] });

    const again = await open(disk, { metrics });
    await again.metrics.rebuild((done, total) => seen.push([done, total]));
    expect(seen.slice(1)).toEqual([[1202, 1202]]);
    expect(await again.metrics.stale()).toEqual([]);
    expect(await again.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 12_020 });
    expect(JSON.stringify(await rollups(disk))).not.toContain('dials@1');
  });

  it('is not built again when nothing is stale', async () => {
    const disk = newDisk();
    const store = await open(disk);
    await store.log.append({ events: [call(1)] });
    const revision = await store.revision();
    await store.metrics.rebuild(() => {});
    expect(await store.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 1 });
    expect(await store.revision()).toBe(revision);
  });
});

describe('a write that breaks off', () => {
  it('leaves nothing behind: no event, no number, no tally, no draft lost', async () => {
    const disk = newDisk();
    const store = await open(disk);
    await store.log.append({ events: [call(1)] });
    await store.shelf.put('draft:x', 'typed');
    const before = await picture(disk);
    // A value that cannot be stored, in the last table that an act writes to.
    const unstorable = {
      event: eventId(2),
      record: null,
      prospect: null,
      day: DAY,
      text: () => {},
      who: '',
      phone: '',
    };
    const answer = await store.log.append({
      events: [call(2)],
      privates: [unstorable as never],
      dropDrafts: [{ name: 'draft:x', upTo: 0 }],
    });
    expect(answer).toMatchObject({ ok: false, fault: { code: 'bug' } });
    expect(await picture(disk)).toBe(before);
    await store.log.append({ events: [call(3)] });
    expect((await store.log.event(eventId(3)))?.seq).toBe(2);
    expect((await counts(disk))['events']).toBe(2);
  });

  it('says that the disk is full', async () => {
    const disk = newDisk();
    const store = await open(disk);
    const db = makeDatabase('touchline', MIGRATIONS, disk);
    await db.open();
    const proto = Object.getPrototypeOf(
      db.backendDB().transaction('meta').objectStore('meta'),
    ) as IDBObjectStore;
    db.close();
    const put = proto.put;
    proto.put = function full() {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const answer = await store.log.append({ events: [call(1)] });
    proto.put = put;
    expect(answer).toMatchObject({ ok: false, fault: { code: 'storage-full' } });
    expect(await store.log.event(eventId(1))).toBeNull();
  });
});
