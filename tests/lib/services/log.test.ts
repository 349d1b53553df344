import { describe, expect, it } from 'vitest';
import type { ApiAdapter } from '@/lib/adapters/contract';
import type { CrmWrite } from '@/lib/domain/outbox';
import type { Day } from '@/lib/domain/time';
import type { Envelope } from '@/lib/rpc/call';
import { flush } from '@/lib/services/outbox';
import { ALEX, framed, page, serviceScene, twice, value, type ServiceScene } from './scene';

const NOW = Date.UTC(2026, 10, 23, 15, 0);
const DAY = 86_400_000;
const next = { kind: 'call' as const, day: '2026-11-25' as Day, at: null, zone: 'America/New_York' };

/** A CRM that keeps what is written, in memory. */
function memoryApi(): { api: Partial<ApiAdapter>; written: CrmWrite[] } {
  const written: CrmWrite[] = [];
  const api: Partial<ApiAdapter> = {
    probe: async () => ({ ok: true, value: { tenant: null, currency: 'USD' } }),
    whoami: async () => ({ ok: true, value: ALEX }),
    read: async () => ({ ok: false, fault: { code: 'unsupported', message: '', retry: false } }),
    find: async (_, write) => {
      const at = written.findIndex((one) => one.reference === write.reference);
      return { ok: true, value: at < 0 ? null : { remoteId: String(at) } };
    },
    write: async (_, write) => ({ ok: true, value: { remoteId: String(written.push(write)) } }),
  };
  return { api, written };
}

async function connected(): Promise<{
  scene: ServiceScene;
  written: CrmWrite[];
  record: ReturnType<ServiceScene['key']>;
}> {
  const { api, written } = memoryApi();
  const scene = await serviceScene({ now: NOW, api });
  const record = await scene.show('A');
  const { people } = scene.test.world.store;
  await expect.poll(async () => (await people.instances())[0]?.connection).toBe('page-session');
  return { scene, written, record };
}

const figure = async (scene: ServiceScene, metric: string, period = 'day') =>
  value(await scene.handlers['progress.read']({}, page)).metrics.find(
    (one) => one.metric === metric && one.period === period,
  )?.value;

describe('a call told twice, because its answer was lost', () => {
  it('writes once what it writes', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    const { handlers } = scene;
    const anchor = { on: 'record' as const, name: null };
    const runs: ((from: Envelope) => Promise<{ ok: boolean }>)[] = [
      (from) => handlers['note.leave']({ record, anchor, kind: 'plain', text: 'x', re: null }, from),
      (from) => handlers['nextstep.set']({ record, next, text: '' }, from),
      (from) => handlers['prompt.answer']({ record, rule: 'idle', answer: 'later' }, from),
    ];
    for (const run of runs) {
      const before = (await scene.test.world.store.log.ofRecord(record, 100)).length;
      const answers = await twice(run, framed);
      expect(answers.every((one) => one.ok)).toBe(true);
      expect(await scene.test.world.store.log.ofRecord(record, 100)).toHaveLength(before + 1);
    }
  });

  it('is a success the second time too, for undo, delete, closing a step and correcting', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    const { handlers } = scene;
    const [a, b, c] = [
      scene.call(record),
      scene.call(record, { outcome: 'talked' }),
      scene.call(record, { outcome: 'voicemail' }),
    ];
    for (const act of [a, b, c]) value(await handlers['activity.log'](act, framed));
    value(await handlers['nextstep.set']({ record, next, text: '' }, framed));
    const step = (await scene.view()).nextStep!.id;
    const correction = { ...scene.call(record, { text: 'better' }), supersedes: c.id };
    for (const run of [
      () => handlers['activity.undo']({ id: a.id }, framed),
      () => handlers['activity.withdraw']({ id: b.id }, page),
      () => handlers['nextstep.close']({ id: step, how: 'done' }, framed),
      () => handlers['activity.correct'](correction, page),
    ])
      expect([(await run()).ok, (await run()).ok]).toEqual([true, true]);
    expect(await figure(scene, 'dials')).toBe(1);
  });
});

describe('ten seconds to take it back', () => {
  it('also after moving on to another record, with the promise made in it', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    const act = scene.call(record, { next });
    value(await scene.handlers['activity.log'](act, framed));
    expect(await scene.view()).toMatchObject({
      undo: { activity: act.id, until: NOW + 10_000 },
      nextStep: { day: next.day },
    });
    await scene.show('B');
    value(await scene.handlers['activity.undo']({ id: act.id }, framed));
    await scene.show('A');
    expect(await scene.view()).toMatchObject({ undo: null, nextStep: null, lastTouch: null });
  });

  it('is over after them', async () => {
    const scene = await serviceScene({ now: NOW });
    const act = scene.call(await scene.show('A'));
    value(await scene.handlers['activity.log'](act, framed));
    scene.test.setNow(NOW + 10_000);
    expect((await scene.view()).undo).toBeNull();
    expect(await scene.handlers['activity.undo']({ id: act.id }, framed)).toMatchObject({
      fault: { code: 'conflict' },
    });
  });

  it('ends well when the worker died half-way through it', async () => {
    const { scene, written, record } = await connected();
    const act = scene.call(record);
    value(await scene.handlers['activity.log'](act, framed));
    const log = scene.test.world.store.log as { append: unknown };
    const { append } = log;
    log.append = () => Promise.reject(new Error('died'));
    await expect(scene.handlers['activity.undo']({ id: act.id }, framed)).rejects.toThrow('died');
    log.append = append;
    scene.test.setNow(NOW + 11_000);
    value(await scene.handlers['activity.undo']({ id: act.id }, framed));
    await flush(scene.test.world);
    expect(written).toEqual([]);
    expect(await figure(scene, 'dials')).toBe(0);
  });

  it('is not cut short by "send now"', async () => {
    const { scene, written, record } = await connected();
    const act = scene.call(record);
    value(await scene.handlers['activity.log'](act, framed));
    value(await scene.handlers['outbox.act']({ id: act.id, act: 'retry' }, framed));
    expect(written).toEqual([]);
  });
});

describe('calls in a row', () => {
  it('counts several past ones on their own days', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    for (const back of [0, 600_000, 3_600_000, DAY])
      value(await scene.handlers['activity.log'](scene.call(record, { at: NOW - back }), framed));
    expect(await figure(scene, 'dials')).toBe(3);
    expect((await scene.view()).lastTouch).toMatchObject({ at: NOW, tries: 4 });
  });

  it('asks back about the same within a minute, also among past ones, and never about tomorrow', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    for (let index = 0; index < 8; index += 1)
      value(await scene.handlers['activity.log'](scene.call(record, { at: NOW - index * 600_000 }), framed));
    const twin = scene.call(record, { at: NOW - 7 * 600_000 + 59_000 });
    expect(await scene.handlers['activity.log'](twin, framed)).toMatchObject({ fault: { code: 'conflict' } });
    const other = scene.call(record, { at: twin.at, outcome: 'talked' });
    expect((await scene.handlers['activity.log'](other, framed)).ok).toBe(true);
    const ahead = scene.call(record, { at: NOW + DAY });
    expect(await scene.handlers['activity.log'](ahead, framed)).toMatchObject({
      fault: { code: 'bad-input' },
    });
  });

  it('does not quietly lose an outcome that nobody knows', async () => {
    const scene = await serviceScene({ now: NOW });
    const act = scene.call(await scene.show('A'), { outcome: 'no-such' });
    expect(await scene.handlers['activity.log'](act, framed)).toMatchObject({ fault: { code: 'bad-input' } });
  });
});

describe('a correction', () => {
  it('stays on its day when the rep has moved to another zone', async () => {
    const late = Date.UTC(2026, 10, 24, 1, 0);
    const scene = await serviceScene({ now: late });
    const act = scene.call(await scene.show('A'));
    value(await scene.handlers['activity.log'](act, framed));
    const { file } = value(await scene.handlers['settings.read']({}, page));
    const calendar = { ...file.calendar!, zone: 'Asia/Seoul' };
    value(await scene.handlers['settings.save']({ ...file, calendar }, page));
    const better = { ...act, id: scene.call(act.record).id, text: 'better', supersedes: act.id };
    value(await scene.handlers['activity.correct'](better, page));
    const filter = { from: null, to: null, channel: null, outcome: null, find: '', before: null, limit: 10 };
    const { rows } = value(await scene.handlers['activity.list'](filter, page));
    expect(rows.map((row) => [row.day, row.zone, row.text])).toEqual([
      ['2026-11-23', 'America/New_York', 'better'],
    ]);
  });

  it('keeps what it counted as by the rules of its own day', async () => {
    const scene = await serviceScene({ now: NOW });
    const act = scene.call(await scene.show('A'), { outcome: 'gatekeeper', durationSec: 90 });
    value(await scene.handlers['activity.log'](act, framed));
    const { file } = value(await scene.handlers['settings.read']({}, page));
    value(
      await scene.handlers['settings.save']({ ...file, definitions: { conversationSeconds: 120 } }, page),
    );
    const better = { ...act, id: scene.call(act.record).id, text: 'better', supersedes: act.id };
    value(await scene.handlers['activity.correct'](better, page));
    expect(await figure(scene, 'conversations')).toBe(1);
  });

  it('leaves for the CRM instead of what it corrects', async () => {
    const { scene, written, record } = await connected();
    const act = scene.call(record, { text: 'worse' });
    value(await scene.handlers['activity.log'](act, framed));
    const better = { ...act, id: scene.call(record).id, text: 'better', supersedes: act.id };
    value(await scene.handlers['activity.correct'](better, page));
    scene.test.setNow(NOW + 11_000);
    await flush(scene.test.world);
    await flush(scene.test.world);
    expect(written.map((one) => one.text)).toEqual(['better']);
  });

  it('does not bring back what was deleted', async () => {
    const scene = await serviceScene({ now: NOW });
    const act = scene.call(await scene.show('A'));
    value(await scene.handlers['activity.log'](act, framed));
    value(await scene.handlers['activity.withdraw']({ id: act.id }, page));
    const again = { ...act, id: scene.call(act.record).id, supersedes: act.id };
    expect(await scene.handlers['activity.correct'](again, page)).toMatchObject({
      fault: { code: 'conflict' },
    });
    expect(await figure(scene, 'dials')).toBe(0);
  });
});

describe('a booked meeting', () => {
  async function booked() {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    const act = scene.call(record, { outcome: 'meeting', meetingAt: NOW + DAY });
    value(await scene.handlers['activity.log'](act, framed));
    return { scene, activity: act.id };
  }

  it('counts as held once, on the day it took place, however often it is answered', async () => {
    const { scene, activity } = await booked();
    scene.test.setNow(NOW + 3 * DAY);
    const held = { activity, result: 'held' as const, movedTo: null };
    await twice((from) => scene.handlers['meeting.resolve'](held, from), framed);
    value(await scene.handlers['meeting.resolve'](held, framed));
    expect(await figure(scene, 'meetings-held')).toBe(0);
    expect(await figure(scene, 'meetings-held', 'week')).toBe(1);
    const days = await scene.test.world.store.metrics.daily(
      'meetings-held',
      (await scene.test.world.store.people.me())!.id,
      '2026-11-01' as Day,
      '2026-12-01' as Day,
    );
    expect(days.map((one) => one.day)).toEqual(['2026-11-24']);
  });

  it('counts on its new day when it was moved', async () => {
    const { scene, activity } = await booked();
    scene.test.setNow(NOW + DAY + 3_600_000);
    const moved = { activity, result: 'moved' as const, movedTo: NOW + 4 * DAY };
    value(await scene.handlers['meeting.resolve'](moved, framed));
    expect((await scene.view()).meetingsDue).toEqual([]);
    scene.test.setNow(NOW + 5 * DAY);
    expect((await scene.view()).meetingsDue).toMatchObject([{ activity, at: NOW + 4 * DAY }]);
    value(await scene.handlers['meeting.resolve']({ activity, result: 'held', movedTo: null }, framed));
    const me = (await scene.test.world.store.people.me())!.id;
    const days = await scene.test.world.store.metrics.daily(
      'meetings-held',
      me,
      '2026-11-01' as Day,
      '2026-12-01' as Day,
    );
    expect(days.map((one) => one.day)).toEqual(['2026-11-27']);
  });

  it('is no longer held when the answer was wrong', async () => {
    const { scene, activity } = await booked();
    scene.test.setNow(NOW + 2 * DAY);
    for (const result of ['held', 'no-show'] as const) {
      value(await scene.handlers['meeting.resolve']({ activity, result, movedTo: null }, framed));
      scene.test.setNow(NOW + 2 * DAY + 5000);
    }
    expect(await figure(scene, 'meetings-held', 'week')).toBe(0);
  });

  it('is not made of a call that booked none', async () => {
    const scene = await serviceScene({ now: NOW });
    const act = scene.call(await scene.show('A'));
    value(await scene.handlers['activity.log'](act, framed));
    const answer = await scene.handlers['meeting.resolve'](
      { activity: act.id, result: 'held', movedTo: null },
      framed,
    );
    expect(answer).toMatchObject({ fault: { code: 'not-found' } });
  });
});

describe('next steps and drafts', () => {
  it('does not open an earlier step again when the later one is done', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    value(await scene.handlers['nextstep.set']({ record, next, text: 'first' }, framed));
    scene.test.setNow(NOW + 1000);
    value(await scene.handlers['nextstep.set']({ record, next, text: 'second' }, framed));
    const step = (await scene.view()).nextStep;
    expect(step?.text).toBe('second');
    scene.test.setNow(NOW + 2000);
    value(await scene.handlers['nextstep.close']({ id: step!.id, how: 'done' }, framed));
    expect((await scene.view()).nextStep).toBeNull();
  });

  it('holds the promise of a call that was logged late', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    value(await scene.handlers['nextstep.set']({ record, next, text: '' }, framed));
    scene.test.setNow(NOW + 1000);
    const later = { ...next, day: '2026-11-30' as Day };
    value(await scene.handlers['activity.log'](scene.call(record, { at: NOW - DAY, next: later }), framed));
    expect((await scene.view()).nextStep?.day).toBe('2026-11-30');
  });

  it('tells two surfaces apart, and not one whose save was told twice', async () => {
    const scene = await serviceScene({ now: NOW });
    const record = await scene.show('A');
    const draft = {
      ...{ record, channel: 'call' as const, outcome: null, text: 'one', at: null, durationSec: null },
      ...{ next: null, meetingAt: null, revision: 0, open: true },
    };
    const save = (more: object, from = framed) => scene.handlers['draft.save']({ ...draft, ...more }, from);
    expect(value(await save({}))).toMatchObject({ revision: 1 });
    expect(value(await save({}))).toMatchObject({ revision: 1 });
    expect(await save({ text: 'two' }, page)).toMatchObject({ fault: { code: 'conflict' } });
    expect(value(await save({ text: 'two', revision: 1 }, page))).toMatchObject({ revision: 2 });
    expect((await scene.view()).draft?.text).toBe('two');
    // Neither a log nor a fold of the surface that has not seen it takes it away.
    value(await scene.handlers['activity.log']({ ...scene.call(record), draft: 1 }, framed));
    value(await scene.handlers['draft.drop']({ record, draft: 1 }, framed));
    expect((await scene.view()).draft?.text).toBe('two');
    scene.test.setNow(NOW + 120_000);
    value(await scene.handlers['activity.log']({ ...scene.call(record), draft: 2 }, page));
    expect((await scene.view()).draft).toBeNull();
  });
});

describe('the outbox', () => {
  it('rests while it waits for a tab', async () => {
    const { scene, record } = await connected();
    const wakes: number[] = [];
    (scene.test.world as { wakeAt: (at: number) => void }).wakeAt = (at) => void wakes.push(at);
    value(await scene.handlers['activity.log'](scene.call(record), framed));
    scene.test.openTabs.clear();
    scene.test.setNow(NOW + 11_000);
    wakes.length = 0;
    await flush(scene.test.world);
    expect(Math.min(...wakes)).toBeGreaterThan(NOW + 60_000);
  });

  it('does not write what was deleted while it waited, and does not bring it back', async () => {
    const { scene, written, record } = await connected();
    const act = scene.call(record);
    value(await scene.handlers['activity.log'](act, framed));
    value(await scene.handlers['activity.withdraw']({ id: act.id }, page));
    expect(await scene.handlers['outbox.act']({ id: act.id, act: 'retry' }, page)).toMatchObject({
      fault: { code: 'conflict' },
    });
    scene.test.setNow(NOW + 60_000);
    await flush(scene.test.world);
    expect(written).toEqual([]);
  });

  it('names the record, not the outcome', async () => {
    const { scene, record } = await connected();
    value(await scene.handlers['activity.log'](scene.call(record), framed));
    const { items } = value(await scene.handlers['outbox.list']({}, framed));
    expect(items).toMatchObject([{ recordName: 'Deal A', waitingFor: 'undo' }]);
  });

  it('looks in the CRM before it writes again after a worker died while sending', async () => {
    const { scene, written, record } = await connected();
    const act = scene.call(record);
    value(await scene.handlers['activity.log'](act, framed));
    scene.test.setNow(NOW + 11_000);
    const outbox = scene.test.world.store.outbox as { move: unknown };
    const move = outbox.move as (...args: unknown[]) => Promise<boolean>;
    outbox.move = (item: { state: string }, from: unknown) =>
      item.state === 'done' ? Promise.reject(new Error('died')) : move(item, from);
    await flush(scene.test.world).catch(() => undefined);
    outbox.move = move;
    await flush(scene.test.world);
    expect(written).toHaveLength(1);
    scene.test.setNow(NOW + 120_000);
    await flush(scene.test.world);
    expect(written).toHaveLength(1);
    expect(await scene.test.world.store.outbox.open()).toEqual([]);
  });
});
