import { describe, expect, it } from 'vitest';
import type { ActivityFilter, Store } from '@/lib/domain/ports';
import { deal, JULY } from '../kpi/metric-support';
import { item, snapshot } from './lived';
import {
  call,
  CRM,
  DAY,
  day,
  eventId,
  idOf,
  lead,
  ME,
  meaning,
  newDisk,
  open,
  other,
  withdraw,
} from './support';

const NEXT = day('2026-07-16');
const ids = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);

describe('the log, read', () => {
  it('lists live events of a record newest first, across its merged keys', async () => {
    const store = await open();
    await store.log.append({
      events: [
        call(1, { record: lead('a'), at: 10 }),
        call(2, { record: lead('b'), at: 20 }),
        call(3, { record: lead('a'), at: 30 }),
        withdraw(4, 3),
        call(5, { record: lead('c'), at: 40 }),
      ],
    });
    expect(ids(await store.log.ofRecord(lead('a'), 9))).toEqual([eventId(1)]);
    await store.records.alias(lead('a'), lead('b'));
    for (const key of [lead('a'), lead('b')])
      expect(ids(await store.log.ofRecord(key, 9))).toEqual([eventId(2), eventId(1)]);
    expect(ids(await store.log.ofRecord(lead('b'), 1))).toEqual([eventId(2)]);
  });

  it('lists some kinds of some days, oldest first, of one person', async () => {
    const store = await open();
    await store.log.append({
      events: [
        call(1, { day: NEXT }),
        call(2),
        other(3, 'prompt.answered', { rule: 'idle', answer: 'done' }),
        call(4, { subject: idOf(2, 'ME') as never }),
        call(5, { day: day('2026-07-14') }),
      ],
    });
    expect(ids(await store.log.ofDays(ME, ['activity.logged'], DAY, day('2026-07-17')))).toEqual(
      ids([call(2), call(1)]),
    );
    expect(await store.log.ofDays(ME, ['activity.logged', 'prompt.answered'], DAY, NEXT)).toHaveLength(2);
    expect(await store.log.firstDay(ME)).toBe('2026-07-14');
    expect(await store.log.firstDay(idOf(9, 'ME') as never)).toBeNull();
  });

  it('orders steps by day, then by time, and those without a time last', async () => {
    const store = await open();
    const step = (number: number, on: typeof DAY, at: number | null) =>
      other(
        number,
        'nextstep.set',
        { kind: 'call', day: on, at, zone: 'UTC' },
        { record: lead(`${number}`) },
      );
    await store.log.append({
      events: [step(1, NEXT, null), step(2, NEXT, 5), step(3, DAY, null), step(4, DAY, 9)],
    });
    expect(ids(await store.log.openSteps(ME, NEXT))).toEqual([4, 3, 2, 1].map(eventId));
    expect(ids(await store.log.openSteps(ME, DAY))).toEqual([4, 3].map(eventId));
  });
});

describe('the activity list', () => {
  const all: ActivityFilter = {
    subject: ME,
    from: null,
    to: null,
    channel: null,
    outcome: null,
    find: '',
    before: null,
    limit: 50,
  };
  async function pages(store: Store, filter: ActivityFilter): Promise<readonly string[]> {
    const found: string[] = [];
    for (let before: string | null = null, turns = 0; turns < 100; turns += 1) {
      const page = await store.log.activities({ ...filter, before });
      expect(page.rows.length).toBeLessThanOrEqual(filter.limit);
      found.push(...page.rows.map((row) => row.event.id));
      before = page.next;
      if (before === null) return found;
    }
    throw new Error('the list does not end');
  }

  it('goes through all, newest first, each once, also many of one instant', async () => {
    const store = await open();
    const events = Array.from({ length: 450 }, (_, at) =>
      call(at + 1, at < 230 ? { at: 1000 } : { at: 2000 + at }),
    );
    await store.log.append({ events });
    const expected = events.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).map((one) => one.id);
    expect(await pages(store, { ...all, limit: 7 })).toEqual(expected);
    expect(await pages(store, all)).toEqual(expected);
  });

  it('filters by days, channel and outcome, and leaves out what was corrected', async () => {
    const store = await open();
    await store.log.append({
      events: [
        call(1, { day: day('2026-07-14') }),
        call(2, { body: { channel: 'email', outcome: null } }),
        call(3, { body: { outcome: 'talked' } }),
        call(4, { day: NEXT }),
        call(5, { supersedes: eventId(4), day: NEXT }),
      ],
    });
    expect(await pages(store, all)).toEqual([5, 3, 2, 1].map(eventId));
    expect(await pages(store, { ...all, from: DAY, to: NEXT })).toEqual([3, 2].map(eventId));
    expect(await pages(store, { ...all, channel: 'email' })).toEqual([eventId(2)]);
    expect(await pages(store, { ...all, outcome: 'talked' })).toEqual([eventId(3)]);
  });

  it('finds words, names and numbers in private rows, whatever the case or width', async () => {
    const store = await open();
    const words = (number: number, text: string, who = '', phone = '') => ({
      event: eventId(number),
      record: null,
      prospect: null,
      day: DAY,
      text,
      who,
      phone,
    });
    await store.log.append({
      events: [call(1), call(2), call(3), call(4)],
      privates: [
        words(1, 'Asked for PRICES'),
        words(2, '', '김민지 과장'),
        words(3, '', '', '+82 2-555-0100'),
      ],
    });
    expect(await pages(store, { ...all, find: 'prices' })).toEqual([eventId(1)]);
    expect(await pages(store, { ...all, find: '민지' })).toEqual([eventId(2)]);
    expect(await pages(store, { ...all, find: '５５５' })).toEqual([eventId(3)]);
    expect(await pages(store, { ...all, find: 'nowhere' })).toEqual([]);
  });

  it('answers after a bounded look for a rare word, with a cursor to go on', async () => {
    const store = await open();
    await store.log.append({
      events: Array.from({ length: 4300 }, (_, at) => call(at + 1)),
      privates: [
        { event: eventId(1), record: null, prospect: null, day: DAY, text: 'rare', who: '', phone: '' },
      ],
    });
    const first = await store.log.activities({ ...all, find: 'rare' });
    expect(first.rows).toEqual([]);
    expect(first.next).not.toBeNull();
    const second = await store.log.activities({ ...all, find: 'rare', before: first.next });
    expect(second.rows.map((row) => row.event.id)).toEqual([eventId(1)]);
  });
});

describe('metrics, read', () => {
  it('sums by currency over [from, to) and lists only days with rows', async () => {
    const store = await open();
    await store.log.append({
      events: [call(1), call(2), call(3, { day: NEXT }), call(4, { day: day('2026-07-20') })],
    });
    expect(await store.metrics.tally('dials', ME, DAY, day('2026-07-20'))).toEqual({ '': 3 });
    expect(await store.metrics.tally('dials', idOf(2, 'ME') as never, DAY, NEXT)).toEqual({});
    expect(await store.metrics.daily('dials', ME, DAY, day('2026-08-01'))).toEqual([
      { day: DAY, amount: 2, currency: '' },
      { day: NEXT, amount: 1, currency: '' },
      { day: '2026-07-20', amount: 1, currency: '' },
    ]);
    await expect(store.metrics.tally('no-such', ME, DAY, NEXT)).rejects.toThrow('no such metric');
  });

  it('counts a lead and the contact it became once over a range, and once a day', async () => {
    const store = await open();
    const to = (name: string) => ({ body: { prospect: lead(name), meaning: meaning({}) } });
    await store.log.append({
      events: [call(1, to('a')), call(2, to('b')), call(3, { ...to('a'), day: NEXT }), call(4, to('a'))],
    });
    expect(await store.metrics.members('prospects-worked', ME, DAY, day('2026-08-01'))).toBe(2);
    expect(await store.metrics.daily('prospects-worked', ME, DAY, day('2026-08-01'))).toEqual([
      { day: DAY, amount: 2, currency: '' },
      { day: NEXT, amount: 1, currency: '' },
    ]);
    await store.records.alias(lead('a'), lead('b'));
    expect(await store.metrics.members('prospects-worked', ME, DAY, day('2026-08-01'))).toBe(1);
  });
});

describe('records', () => {
  it('finds by name, account, contact, phone or part of it, last seen first', async () => {
    const store = await open();
    await store.records.put(snapshot('a', 'Northwind Traders', 1));
    await store.records.put(snapshot('b', '(주)삼성전자', 2));
    await store.records.put(snapshot('c', 'Southwind', 3));
    const names = async (text: string, limit = 9) =>
      (await store.records.find(text, limit)).map((one) => one.remoteId);
    expect(await names('wind')).toEqual(['c', 'a']);
    expect(await names('WIND', 1)).toEqual(['c']);
    expect(await names('전자')).toEqual(['b']);
    expect(await names('0100')).toEqual(['c', 'b', 'a']);
  });

  it('follows aliases to the end, survives a merge turned round, and never runs in a ring', async () => {
    const { records } = await open();
    await records.alias(lead('a'), lead('b'));
    await records.alias(lead('b'), lead('c'));
    expect(await records.resolve(lead('a'))).toBe(lead('c'));
    await records.alias(lead('c'), lead('a'));
    expect(await records.resolve(lead('c'))).toBe(lead('a'));
    expect(await records.resolve(lead('a'))).toBe(lead('a'));
    await records.alias(lead('a'), lead('a'));
    expect(await records.resolve(lead('a'))).toBe(lead('a'));
  });
});

describe('deals', () => {
  it('answers mine: open ones, and those closed in the window or without a date', async () => {
    const store = await open();
    const mine = [
      deal('open', { status: 'open', closeDay: day('2020-01-01') }),
      deal('undated open', { status: 'open', closeDay: null }),
      deal('first day', { closeDay: JULY.from }),
      deal('lost', { status: 'lost', closeDay: day('2026-07-31') }),
      deal('undated', { closeDay: null }),
    ];
    const not = [
      deal('before', { closeDay: day('2026-06-30') }),
      deal('after', { closeDay: JULY.to }),
      deal('theirs', { owner: 'they' }),
      deal('nobody knows whose', { owner: null }),
      deal('elsewhere', { instance: idOf(2, 'CRM') as never }),
    ];
    await store.deals.put([...mine, ...not], []);
    const owners = [
      { instance: CRM, remoteId: 'me' },
      { instance: CRM, remoteId: 'me' },
    ];
    const found = await store.deals.ofOwners(owners, JULY.from, JULY.to);
    expect(found.map((one) => one.name).toSorted()).toEqual(mine.map((one) => one.name).toSorted());
    expect(await store.deals.get(mine[0]!.key)).toEqual(mine[0]);
    await store.deals.put([{ ...mine[0]!, status: 'lost' }], []);
    expect((await store.deals.ofOwners(owners, JULY.from, JULY.to)).map((one) => one.name)).not.toContain(
      'open',
    );
  });

  it('keeps changes in order, the same one once, and the last coverage of a source', async () => {
    const store = await open();
    const { key } = deal('a');
    const change = (at: number, field: 'stage' | 'amount') => ({ key, field, before: null, after: 'x', at });
    await store.deals.put([], [change(2, 'stage'), change(1, 'amount')]);
    await store.deals.put([], [change(2, 'stage'), { ...change(1, 'stage'), key: deal('b').key }]);
    expect(await store.deals.changes(key)).toEqual([change(1, 'amount'), change(2, 'stage')]);

    const coverage = {
      instance: CRM,
      object: 'deal' as const,
      owner: 'me',
      from: DAY,
      until: null,
      how: 'api-list' as const,
      asOf: 1,
      count: 1,
    };
    await store.deals.cover(coverage);
    await store.deals.cover({ ...coverage, asOf: 2, count: 5 });
    expect(await store.deals.coverage(CRM)).toEqual([{ ...coverage, asOf: 2, count: 5 }]);
    expect(await store.deals.coverage(idOf(2, 'CRM') as never)).toEqual([]);
  });
});

describe('the outbox', () => {
  it('lets one of two workers take an item, and lists what is still open by when it may leave', async () => {
    const store = await open(newDisk());
    await store.log.append({
      events: [call(1), call(2), call(3)],
      outbox: [item(1, { notBefore: 9 }), item(2, { notBefore: 3 }), item(3, { state: 'done' })],
    });
    expect(ids(await store.outbox.open())).toEqual([eventId(2), eventId(1)]);
    const sending = { ...item(1), state: 'sending' as const };
    const both = await Promise.all([
      store.outbox.move(sending, 'queued'),
      store.outbox.move(sending, 'queued'),
    ]);
    expect(both.filter((taken) => taken)).toHaveLength(1);
    expect((await store.outbox.get(eventId(1)))?.state).toBe('sending');
    expect(await store.outbox.move({ ...item(9), state: 'done' }, 'queued')).toBe(false);
    expect(await store.outbox.get(eventId(9))).toBeNull();
    expect(ids(await store.outbox.ofRecord([eventId(3), eventId(9)]))).toEqual([eventId(3)]);
  });

  it('does not queue an act again that was sent already', async () => {
    const store = await open();
    const act = { events: [call(1)], outbox: [item(1)] };
    await store.log.append(act);
    await store.outbox.move({ ...item(1), state: 'done' }, 'queued');
    await store.log.append(act);
    expect((await store.outbox.get(eventId(1)))?.state).toBe('done');
  });
});

describe('shelf, people, goals', () => {
  it('keeps small values by name', async () => {
    const { shelf } = await open();
    await shelf.put('draft:a', { text: 'x' });
    await shelf.put('draft:b', 1);
    await shelf.put('place:a', 2);
    expect(await shelf.names('draft:')).toEqual(['draft:a', 'draft:b']);
    await shelf.drop('draft:a');
    expect(await shelf.get('draft:a')).toBeUndefined();
    expect(await shelf.get('draft:b')).toBe(1);
  });

  it('knows who is me, and not a person put away', async () => {
    const { people } = await open();
    expect(await people.me()).toBeNull();
    await people.put({ id: idOf(3, 'ME') as never, name: 'old', me: true, archivedAt: 1 });
    await people.put({ id: ME, name: 'Rep', me: true, archivedAt: null });
    expect((await people.me())?.id).toBe(ME);
    expect(await people.all()).toHaveLength(2);
  });

  it('raises the revision with every write', async () => {
    const store = await open();
    let last = await store.revision();
    const writes: (() => Promise<unknown>)[] = [
      () => store.log.append({ events: [call(1)] }),
      () => store.shelf.put('a', 1),
      () => store.shelf.drop('a'),
      () => store.records.put(snapshot('a', 'A')),
      () => store.records.alias(lead('x'), lead('y')),
      () => store.deals.put([deal('a')], []),
      () => store.goals.put([]),
      () => store.people.put({ id: ME, name: '', me: true, archivedAt: null }),
      () => store.data.eraseProspect(lead('a')),
      () => store.data.forgetBefore(DAY),
      () => store.data.eraseEverything(),
    ];
    for (const one of writes) {
      await one();
      const now = await store.revision();
      expect(now, String(one)).toBeGreaterThan(last);
      last = now;
    }
  });
});
