import { describe, expect, it } from 'vitest';
import type { Store } from '@/lib/domain/ports';
import { idOf, call, CRM, DAY, day, eventId, lead, ME, newDisk, NOON, open, withdraw } from './support';
import { deal } from '../kpi/metric-support';
import { counts, raw, rebuildAll, rollups } from './raw';
import { lived, rowsOf, snapshot, wholeFile } from './lived';

const NEXT = day('2026-07-16');
const HEADER = JSON.stringify({ touchline: 'export', format: 1, app: 'touchline', schema: 1, createdAt: 0 });
const stored = (event: object, device = idOf(7, 'DEV'), seq = 1) => ({ ...event, device, seq });
const line = (t: string, r: unknown) => JSON.stringify({ t, r });

describe('export and import', () => {
  it('moves everything to a new device, and reads the same file twice as once', async () => {
    const from = await lived();
    const file = await wholeFile(from.store);
    const disk = newDisk();
    const to = await open(disk);
    const before = await counts(disk);
    const dry = await to.data.importLines(file, true);
    expect(dry).toMatchObject({ known: 0, newer: 0, broken: [] });
    expect(await counts(disk)).toEqual(before);
    expect(await to.data.importLines(file, false)).toEqual(dry);
    expect(dry.added).toBe(file.length - 1);

    expect(rowsOf(await wholeFile(to))).toEqual(rowsOf(file));
    expect(await rollups(disk)).toEqual(await rollups(from.disk));
    expect((await to.log.event(eventId(1)))?.device).toBe(from.store.device);
    expect(to.device).not.toBe(from.store.device);

    expect(await to.data.importLines(file, false)).toEqual({ ...dry, added: 0, known: dry.added });
    expect(await rollups(disk)).toEqual(await rollups(from.disk));
  });

  it('goes page by page, however many rows there are', async () => {
    const disk = newDisk();
    const store = await open(disk);
    await store.log.append({ events: Array.from({ length: 1234 }, (_, at) => call(at + 1)) });
    const file = await wholeFile(store);
    expect(new Set(file).size).toBe(1235);
    const to = await open();
    expect(await to.data.importLines(file, false)).toMatchObject({ added: 1234, broken: [] });
    expect(await to.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 1234 });
  });

  it('goes on numbering above what came back of its own', async () => {
    const store = await open();
    await store.data.importLines([HEADER, line('events', stored(call(1), store.device, 41))], false);
    await store.log.append({ events: [call(2)] });
    expect((await store.log.event(eventId(2)))?.seq).toBe(42);
  });

  it('keeps what is here, and takes the newer look at a record', async () => {
    const store = await open();
    await store.shelf.put('settings', 'mine');
    await store.records.put(snapshot('a', 'seen later', 2000));
    await store.data.importLines(
      [
        HEADER,
        line('shelf', { name: 'settings', value: 'theirs' }),
        line('records', snapshot('a', 'seen before', 1000)),
        line('records', snapshot('b', 'new', 1000)),
      ],
      false,
    );
    expect(await store.shelf.get('settings')).toBe('mine');
    expect((await store.records.get(lead('a')))?.fields.name?.value).toBe('seen later');
    expect((await store.records.get(lead('b')))?.fields.name?.value).toBe('new');
  });

  it('puts events of newer kinds aside, gives them back, and reads them after the update', async () => {
    const disk = newDisk();
    const store = await open(disk);
    const newer = stored({ ...call(1), kind: 'pact.agreed', body: { x: 1 } });
    const nextVersion = stored({ ...call(2), v: 2 }, undefined, 2);
    const file = [HEADER, line('events', newer), line('events', nextVersion)];
    expect(await store.data.importLines(file, false)).toEqual({
      refused: null,
      added: 0,
      known: 0,
      newer: 2,
      broken: [],
    });
    expect(await store.log.event(eventId(2))).toBeNull();
    expect(rowsOf(await wholeFile(store))).toEqual(rowsOf(file));

    // The update: the same row in a version that can be read, and other readable kinds than were noted.
    await raw(disk, async (db) => {
      await db.quarantine.update(eventId(2), { 'event.v': 1 });
      await db.meta.put({ name: 'kinds', value: 'older' });
    });
    const updated = await open(disk);
    expect(await updated.log.event(eventId(2))).not.toBeNull();
    expect(await updated.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 1 });
    expect((await counts(disk))['quarantine']).toBe(1);
  });
});

describe('a file that is broken, foreign or hostile', () => {
  async function refused(lines: readonly string[]): Promise<string> {
    const disk = newDisk();
    const store = await open(disk);
    const before = await counts(disk);
    const answer = await store.data.importLines(lines, false);
    expect(answer.added).toBe(0);
    expect(await counts(disk)).toEqual(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    return answer.refused ?? answer.broken.map((one) => `${one.line} ${one.why}`).join('\n');
  }
  const good = line('events', stored(call(1)));

  it.each([
    ['nothing', []],
    ['another program', ['{"version":3}']],
    ['no JSON', ['PK\u0003\u0004']],
    ['a list', ['[]']],
    ['a name on the prototype', ['{"__proto__":{"touchline":"export"}}']],
  ])('refuses %s as a whole', async (_, lines) => {
    expect(await refused([...lines, good])).toBe('foreign');
  });

  it('refuses a file of a newer build, with what to do', async () => {
    for (const over of [{ format: 2 }, { schema: 99 }]) {
      const header = JSON.stringify({ ...(JSON.parse(HEADER) as object), ...over });
      expect(await refused([header, good])).toBe('newer');
    }
  });

  it.each([
    ['half a line', good.slice(0, 200), /^2 not-a-row/],
    ['a table of the prototype', line('__proto__', {}), /^2 unknown-table/],
    ['a table of Object', line('constructor', {}), /^2 unknown-table/],
    ['an inner table', line('meta', { name: 'device', value: 'mine' }), /^2 unknown-table/],
    ['rollups of its own', line('tallies', { metric: 'dials@1' }), /^2 unknown-table/],
    [
      'a polluting name',
      '{"t":"shelf","r":{"name":"a","value":{"__proto__":{"polluted":1}}}}',
      /^2 not-a-row/,
    ],
    ['a wrong type', line('events', stored({ ...call(1), at: 'today' })), /^2 events:/],
    ['an extra name', line('events', stored({ ...call(1), html: '<b>' })), /^2 events:/],
    [
      'a body of the wrong shape',
      line('events', stored({ ...call(1), body: { channel: 'fax' } })),
      /^2 events:/,
    ],
    ['a day that is none', line('events', stored({ ...call(1), day: '2026-02-30' })), /^2 events:/],
    ['an endless text', line('privates', { event: eventId(1), text: 'x'.repeat(30_000) }), /^2 privates:/],
    ['an endless line', line('shelf', { name: 'a', value: 'x'.repeat(2_000_000) }), /^2 too-long/],
    ['endless depth', `{"t":"shelf","r":{"name":"a","value":${'['.repeat(9e4)}${']'.repeat(9e4)}}}`, /^2 /],
    ['a list as a row', '[1,2]', /^2 not-a-row/],
    [
      'words for an event that is not there',
      line('privates', {
        event: eventId(8),
        record: null,
        prospect: null,
        day: DAY,
        text: '',
        who: '',
        phone: '',
      }),
      /^2 no-event/,
    ],
    [
      'counts for an event that is not there',
      line('kept', { event: eventId(8), about: null, tallies: [], members: [] }),
      /^2 no-event/,
    ],
  ])('writes nothing at all for %s', async (_, text, why) => {
    expect(await refused([HEADER, text, good])).toMatch(why);
  });

  it('does not let kept counts ride on an event that still has its body', async () => {
    const store = await open();
    const share = { metric: 'dials', day: DAY, currency: '', dims: '', amount: 1000 };
    const kept = line('kept', { event: eventId(1), about: null, tallies: [share], members: [] });
    await store.data.importLines([HEADER, good, kept], false);
    expect(await store.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 1 });
  });

  it('refuses another person and a twin of a CRM once something is counted here, else becomes them', async () => {
    const file = await wholeFile((await lived()).store);
    const other1 = { id: idOf(2, 'ME'), name: 'Kim', me: true, archivedAt: null };
    const twin = { ...(await crmOf(file)), id: idOf(2, 'CRM') };
    const used = await open();
    await used.people.put(other1 as never);
    await used.people.putInstance(twin as never);
    await used.log.append({ events: [call(900)] });
    const nothing = { added: 0, known: 0, newer: 0, broken: [] };
    expect(await used.data.importLines(file, false)).toEqual({ refused: 'another-person', ...nothing });
    await used.people.put({ ...other1, me: false } as never);
    expect(await used.data.importLines(file, false)).toEqual({ refused: 'another-crm', ...nothing });
    const fresh = await open();
    await fresh.people.put(other1 as never);
    await fresh.people.putInstance(twin as never);
    expect(await fresh.data.importLines(file, false)).toMatchObject({ refused: null, broken: [] });
    expect((await fresh.people.me())?.id).toBe(ME);
    expect((await fresh.people.instances()).map((one) => one.id)).toEqual([CRM]);
  });
});

async function crmOf(file: readonly string[]): Promise<object> {
  const row = rowsOf(file).find((one) => (one as { t: string }).t === 'instances');
  return (row as { r: object }).r;
}

describe('erasing', () => {
  const whole = async (store: Store) => (await wholeFile(store)).join('\n');

  it('everything: no row of any table stays, and the device is another one', async () => {
    const { store, disk } = await lived();
    const device = store.device;
    const revision = await store.revision();
    expect(await store.data.eraseEverything()).toBeGreaterThan(10);
    const left = Object.entries(await counts(disk)).filter(
      ([table, count]) => count > 0 && table !== 'builds',
    );
    expect(left.map(([table]) => table)).toEqual(['meta']);
    expect(store.device).not.toBe(device);
    expect(await store.revision()).toBeGreaterThan(revision);
    await store.log.append({ events: [call(1)] });
    expect(await store.log.event(eventId(1))).toMatchObject({ device: store.device, seq: 1 });
    expect(await store.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 1 });
    expect((await open(disk)).device).toBe(store.device);
  });

  it('a buyer: words, snapshot, drafts and bodies go; envelopes and the rep’s counts stay', async () => {
    const { store, disk } = await lived();
    const figures = async () => [
      await store.metrics.tally('dials', ME, DAY, NEXT),
      await store.metrics.tally('meetings-held', ME, DAY, NEXT),
      await store.metrics.members('prospects-worked', ME, DAY, NEXT),
    ];
    const before = await figures();
    expect(await whole(store)).toMatch(/Dana Buyer/);
    expect(await store.data.eraseProspect(lead('a'))).toBeGreaterThan(5);
    const left = await whole(store);
    expect(left).not.toMatch(/Dana Buyer|call me|555-0100|dana@/);
    expect(await figures()).toEqual(before);
    expect(await store.log.event(eventId(1))).toBeNull();
    expect(await store.log.ofRecord(lead('a'), 10)).toEqual([]);
    expect(await store.log.openSteps(ME, day('2099-01-01'))).toEqual([]);
    expect(left).toContain('"erased":true');

    const rows = await rollups(disk);
    await rebuildAll(disk, store);
    expect(await rollups(disk)).toEqual(rows);

    const moved = newDisk();
    await (await open(moved)).data.importLines(await wholeFile(store), false);
    expect(await rollups(moved)).toEqual(rows);
    expect(await store.data.eraseProspect(lead('nobody'))).toBe(0);
  });

  it('a buyer whose act was withdrawn before counts for nothing after', async () => {
    const store = await open();
    await store.log.append({ events: [call(1, { record: lead('a') }), withdraw(2, 1)] });
    await store.data.eraseProspect(lead('a'));
    expect(await store.metrics.tally('dials', ME, DAY, NEXT)).toEqual({});
  });

  it('a buyer under an older key: what leads to the record goes with it', async () => {
    const store = await open();
    await store.log.append({ events: [call(1, { record: lead('before the merge') })] });
    await store.records.alias(lead('before the merge'), lead('a'));
    await store.data.eraseProspect(lead('a'));
    expect(await store.log.event(eventId(1))).toBeNull();
    expect(await store.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 1 });
  });

  it('is not undone by an older backup, here or on a device that gets the newer file first', async () => {
    const { store, disk } = await lived();
    const backup = await wholeFile(store);
    await store.data.eraseProspect(lead('a'));
    const rows = await rollups(disk);
    await store.data.importLines(backup, false);
    expect(await whole(store)).not.toMatch(/Dana Buyer|call me|555-0100/);
    expect(await rollups(disk)).toEqual(rows);

    const elsewhere = await open();
    await elsewhere.data.importLines(await wholeFile(store), false);
    await elsewhere.data.importLines(backup, false);
    expect(await whole(elsewhere)).not.toMatch(/Dana Buyer|call me|555-0100/);
  });

  it('spares what happened with the buyer after it was asked for, on another device', async () => {
    const here = await open();
    const away = await open();
    await here.log.append({ events: [call(1, { record: lead('a') })] });
    await here.data.eraseProspect(lead('a'));
    const later = 60_000;
    await away.log.append({
      events: [call(2, { record: lead('a') }), call(3, { record: lead('a'), recordedAt: NOON + later })],
    });
    await away.records.put(snapshot('a', 'Dana Buyer', NOON + later));
    await away.data.importLines(await wholeFile(here), false);
    expect((await away.log.ofRecord(lead('a'), 9)).map((one) => one.id)).toEqual([eventId(3)]);
    expect((await away.records.get(lead('a')))?.fields.name?.value).toBe('Dana Buyer');
    expect(await away.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 3 });
  });

  it('travels: a device that still had the buyer loses them with the file', async () => {
    const { store } = await lived();
    const other1 = await open();
    await other1.data.importLines(await wholeFile(store), false);
    await store.data.eraseProspect(lead('a'));
    await other1.data.importLines(await wholeFile(store), false);
    expect(await whole(other1)).not.toMatch(/Dana Buyer|call me|555-0100/);
    expect(await other1.metrics.tally('dials', ME, DAY, NEXT)).toEqual(
      await store.metrics.tally('dials', ME, DAY, NEXT),
    );
  });

  it('forgets buyers’ words from before a day, and keeps what counts', async () => {
    const { store } = await lived();
    await store.deals.put([{ ...deal('old', { name: 'Dana Buyer – deal' }), seenAt: 0 }], []);
    const dials = await store.metrics.tally('dials', ME, DAY, NEXT);
    expect(await store.data.forgetBefore(DAY)).toBe(1);
    expect(await store.log.private(eventId(1))).not.toBeNull();
    expect(await store.data.forgetBefore(NEXT)).toBeGreaterThan(1);
    expect(await store.log.private(eventId(1))).toBeNull();
    expect(await store.metrics.tally('dials', ME, DAY, NEXT)).toEqual(dials);
    expect((await store.deals.get(deal('old').key))?.amount?.minor).toBe(10_000);
    expect(await whole(store)).not.toMatch(/Dana Buyer/);
    // What is still on its way to a CRM is nobody's past.
    expect(await store.outbox.open()).toHaveLength(1);
  });
});

it('counts rows by table', async () => {
  const { store } = await lived();
  const rows = Object.fromEntries((await store.data.summary()).map((row) => [row.table, row.count]));
  expect(rows).toMatchObject({ events: 6, privates: 1, outbox: 1, people: 1 });
});
