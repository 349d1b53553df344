import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import type { EventId } from '@/lib/domain/ids';
import type { NewEvent } from '@/lib/domain/ports';
import { calendarSettingsSchema } from '@/lib/domain/settings';
import { instantAt, localMoment, type Day } from '@/lib/domain/time';
import type { Parsed } from '@/lib/rpc/contract';
import { applySeed } from '@/lib/services/seed';
import { page, serviceScene, twice, value, type ServiceScene } from './scene';

const ZONE = 'America/New_York';
const at = (day: string, clock: string) => instantAt(day as Day, clock, ZONE);
/** A Monday. */
const MONDAY = at('2026-07-06', '09:30');

function goal(more: Partial<Parsed<'goal.save'>> = {}): Parsed<'goal.save'> {
  return {
    ...{ goal: null, metric: 'dials', period: 'week', target: 100, currency: null },
    ...{ prorate: false, headline: true, ...more },
  };
}

/** Dials at these times, as an earlier Touchline would have kept them; written down at once, or at `recordedAt`. */
async function dialled(
  scene: ServiceScene,
  times: readonly number[],
  recordedAt: number | null = null,
): Promise<void> {
  const { store } = scene.test.world;
  const me = (await store.people.me())!.id;
  const record = scene.key('D');
  const events = times.map((when): NewEvent => {
    const { day, offset } = localMoment(when, ZONE);
    return {
      ...{ id: ulid() as EventId, kind: 'activity.logged', v: 1, actor: me, subject: me, at: when },
      ...{ recordedAt: recordedAt ?? when, zone: ZONE, day, offset, record, source: { via: 'panel' } },
      body: {
        ...{ channel: 'call', direction: 'out', outcome: 'no-answer', durationSec: null, prospect: record },
        meaning: { dial: true, connect: false, conversation: false, booked: false, held: false },
        ...{ next: null, meetingAt: null, armedBy: 'key' },
      },
    };
  });
  value(await store.log.append({ events }));
}

const progress = async (scene: ServiceScene) =>
  value(await scene.handlers['progress.read']({}, page)).progress;
const goals = async (scene: ServiceScene) => value(await scene.handlers['goal.list']({}, page)).goals;

describe('goals as dated versions', () => {
  it('counts the first goal for the rest of the period, when nothing before it is known', async () => {
    const scene = await serviceScene({ now: at('2026-07-08', '09:00') });
    value(await scene.handlers['goal.save'](goal(), page));
    const [one] = await progress(scene);
    expect(one?.goal.effective).toEqual({ from: '2026-07-08', to: null });
    // Wednesday to Friday of five days.
    expect(one?.pace).toMatchObject({ restOfPeriod: true, target: 60 });
  });

  it('measures the rest of a period by that rest', async () => {
    const scene = await serviceScene({ now: at('2026-07-08', '09:00') });
    value(await scene.handlers['goal.save'](goal(), page));
    await dialled(scene, [at('2026-07-06', '10:00'), at('2026-07-07', '10:00'), at('2026-07-08', '08:00')]);
    const [one] = await progress(scene);
    expect(one?.figure).toMatchObject({ value: 1, from: '2026-07-08' });
  });

  it('counts from the day the log began, when that is inside the period', async () => {
    const scene = await serviceScene({ now: at('2026-07-09', '09:00') });
    await dialled(scene, [at('2026-07-07', '10:00')]);
    value(await scene.handlers['goal.save'](goal(), page));
    const [one] = await progress(scene);
    expect(one).toMatchObject({ figure: { value: 1 }, pace: { target: 80, restOfPeriod: true } });
  });

  it('counts the whole period, when it is known', async () => {
    const scene = await serviceScene({ now: at('2026-07-08', '09:00') });
    await dialled(scene, [at('2026-07-02', '10:00'), at('2026-07-06', '10:00')]);
    value(await scene.handlers['goal.save'](goal(), page));
    const [one] = await progress(scene);
    expect(one).toMatchObject({
      figure: { value: 1, source: { covered: 'whole' } },
      pace: { target: 100, restOfPeriod: false },
    });
  });

  it('keeps the days before a change under the target of then', async () => {
    const scene = await serviceScene({ now: MONDAY });
    await dialled(scene, [at('2026-07-02', '10:00')]);
    const id = value(await scene.handlers['goal.save'](goal(), page)).goal;
    scene.test.setNow(at('2026-07-09', '09:00'));
    value(await scene.handlers['goal.save'](goal({ goal: id, target: 200 }), page));
    const [one] = await progress(scene);
    // Three days of 100 and two of 200 a week.
    expect(one?.pace?.target).toBe(140);
    expect(one?.goal.version).toBe(2);
  });

  it('keeps its pace when it is changed twice on one day', async () => {
    const scene = await serviceScene({ now: MONDAY });
    await dialled(scene, [at('2026-07-02', '10:00')]);
    const id = value(await scene.handlers['goal.save'](goal(), page)).goal;
    for (const target of [150, 200])
      value(await scene.handlers['goal.save'](goal({ goal: id, target }), page));
    const all = await progress(scene);
    expect(all).toHaveLength(1);
    expect(all[0]?.pace?.target).toBe(200);
  });

  it('does not add a target a day to a target a week', async () => {
    const scene = await serviceScene({ now: MONDAY });
    await dialled(scene, [at('2026-07-02', '10:00')]);
    const id = value(await scene.handlers['goal.save'](goal({ period: 'day', target: 20 }), page)).goal;
    scene.test.setNow(at('2026-07-08', '09:00'));
    value(await scene.handlers['goal.save'](goal({ goal: id, target: 100 }), page));
    const all = await progress(scene);
    expect(all.map((one) => [one.goal.period, one.pace?.target])).toEqual([['week', 100]]);
  });

  it('saves the same goal once, however often the answer was lost', async () => {
    const scene = await serviceScene({ now: MONDAY });
    const [a, b] = await twice((from) => scene.handlers['goal.save'](goal(), from), page);
    expect(value(a).goal).toBe(value(b).goal);
    expect(await goals(scene)).toHaveLength(1);
  });

  it('has one headline', async () => {
    const scene = await serviceScene({ now: MONDAY });
    value(await scene.handlers['goal.save'](goal(), page));
    value(await scene.handlers['goal.save'](goal({ metric: 'meetings-booked', target: 6 }), page));
    const heads = (await goals(scene)).filter((one) => one.headline && one.archivedAt === null);
    expect(heads.map((one) => one.metric)).toEqual(['meetings-booked']);
  });
});

describe('the first day', () => {
  const daily = goal({ period: 'day', target: 60 });

  /** A scene in which counting begins at this time on the Monday, with this goal. */
  async function begun(clock: string, first: Parsed<'goal.save'>, before: readonly number[] = []) {
    const scene = await serviceScene({ now: at('2026-07-06', clock) });
    await dialled(scene, before);
    value(await scene.handlers['goal.save'](first, page));
    return scene;
  }
  async function pace(scene: ServiceScene, day: string, clock: string) {
    scene.test.setNow(at(day, clock));
    const [one] = await progress(scene);
    return { ...one!.pace!, value: one!.figure.value };
  }

  it('shows count and target without a verdict, and since when it counts', async () => {
    const scene = await begun('12:40', daily);
    await dialled(scene, [at('2026-07-06', '13:00'), at('2026-07-06', '13:05')]);
    expect(await pace(scene, '2026-07-06', '17:00')).toMatchObject({
      ...{ status: 'counting', value: 2, target: 60, since: at('2026-07-06', '12:40') },
      ...{ expected: null, projection: null, daysBehind: null, requiredPerDay: null, workingDays: null },
    });
  });

  it('is over with it: the next one is judged like any other', async () => {
    const scene = await begun('12:40', daily);
    await dialled(scene, [at('2026-07-06', '13:00')]);
    expect(await pace(scene, '2026-07-07', '17:00')).toMatchObject({ status: 'behind', since: null });
  });

  it.each([
    ['counting began before the working day', '08:30', []],
    ['the log is older', '12:40', [at('2026-07-02', '10:00')]],
  ])('is like any other when %s', async (_why, clock, before) => {
    const scene = await begun(clock, daily, before);
    expect(await pace(scene, '2026-07-06', '17:00')).toMatchObject({ status: 'behind', since: null });
  });

  it('is not begun anew by another goal', async () => {
    const scene = await begun('09:00', daily);
    scene.test.setNow(at('2026-07-07', '14:00'));
    const [old] = await goals(scene);
    value(await scene.handlers['goal.archive']({ goal: old!.goal }, page));
    value(await scene.handlers['goal.save']({ ...daily, target: 40 }, page));
    expect(await pace(scene, '2026-07-07', '17:00')).toMatchObject({ status: 'behind', since: null });
  });

  it('began with the first call written down, not with the goal, and not with the time of a past call', async () => {
    const scene = await begun('14:00', daily, [at('2026-07-06', '10:00')]);
    expect((await pace(scene, '2026-07-06', '17:00')).since).toBe(at('2026-07-06', '10:00'));
    const late = await begun('12:40', daily);
    await dialled(late, [at('2026-07-06', '09:10')], at('2026-07-06', '12:45'));
    expect((await pace(late, '2026-07-06', '17:00')).since).toBe(at('2026-07-06', '12:40'));
  });

  it('asks of a week only what is left of it', async () => {
    const scene = await begun('13:30', goal());
    expect(await pace(scene, '2026-07-06', '13:30')).toMatchObject({ status: 'not-started', expected: 0 });
    expect(await pace(scene, '2026-07-06', '18:00')).toMatchObject({
      ...{ target: 90, expected: 10, restOfPeriod: true, since: at('2026-07-06', '13:30') },
      ...{ workingDays: 4.5, workingDaysGone: 0.5 },
    });
    expect(await pace(scene, '2026-07-08', '18:00')).toMatchObject({ target: 90, expected: 50 });
    expect(await pace(scene, '2026-07-13', '18:00')).toMatchObject({ target: 100, since: null });
  });

  it('says of a week nothing worse than that it counts, until the figures are enough to say "behind"', async () => {
    const scene = await begun('13:30', goal());
    expect(await pace(scene, '2026-07-06', '13:45')).toMatchObject({ status: 'counting', target: 90 });
    expect(await pace(scene, '2026-07-06', '18:00')).toMatchObject({ status: 'behind', target: 90 });
    expect(await pace(scene, '2026-07-07', '09:00')).toMatchObject({ status: 'behind', target: 90 });
    const slow = await begun('13:30', goal({ target: 10 }));
    expect(await pace(slow, '2026-07-06', '18:00')).toMatchObject({ status: 'counting', expected: 1 });
    expect(await pace(slow, '2026-07-07', '09:00')).toMatchObject({ status: 'watch', expected: 1 });
  });

  it('measures the rest of a week by itself: half of what was due is a projection of half', async () => {
    const scene = await serviceScene({ now: at('2026-07-08', '09:00') });
    value(await scene.handlers['goal.save'](goal(), page));
    await dialled(
      scene,
      Array.from({ length: 20 }, (_, index) => at('2026-07-08', '10:00') + index * 60_000),
    );
    expect(await pace(scene, '2026-07-09', '18:00')).toMatchObject({
      ...{ target: 60, expected: 40, projection: 30, daysBehind: 1, requiredPerDay: 40 },
      ...{ workingDays: 3, workingDaysGone: 2 },
    });
  });

  it('never asks for nothing: a week that is as good as over has its whole target, and no verdict', async () => {
    const scene = await serviceScene({ now: at('2026-07-10', '18:30') });
    value(await scene.handlers['goal.save'](goal(), page));
    expect(await pace(scene, '2026-07-10', '19:00')).toMatchObject({ status: 'counting', target: 100 });
    expect(await pace(scene, '2026-07-11', '12:00')).toMatchObject({ status: 'off', target: 100 });
    expect(await pace(scene, '2026-07-14', '12:00')).toMatchObject({ status: 'behind', target: 100 });
  });

  it('on a day off is a day off', async () => {
    const scene = await serviceScene({ now: at('2026-07-11', '12:00') });
    value(await scene.handlers['goal.save'](daily, page));
    expect(await pace(scene, '2026-07-11', '15:00')).toMatchObject({ status: 'off' });
  });
});

describe('pace through the services', () => {
  it('is the golden one of July 2026', async () => {
    const off = ['20', '21', '22', '23', '24'].map((day) => ({ day: `2026-07-${day}`, share: 1 }));
    const calendar = {
      ...{ country: 'US', zone: ZONE, daysOff: off },
      companyDays: [{ day: '2026-07-14', weight: 0 }],
    };
    const scene = await serviceScene({ now: at('2026-06-15', '09:00'), seed: { calendar } });
    value(await scene.handlers['goal.save'](goal({ period: 'month', target: 400, prorate: true }), page));
    scene.test.setNow(at('2026-07-15', '18:00'));
    await dialled(
      scene,
      Array.from({ length: 150 }, (_, index) => at('2026-07-10', '09:00') + index * 60_000),
    );
    const [one] = await progress(scene);
    expect(one?.figure.value).toBe(150);
    const pace = one?.pace;
    expect(pace?.target).toBeCloseTo(309.09, 2);
    expect(pace?.expected).toBeCloseTo(181.82, 2);
    expect(pace?.projection).toBeCloseTo(255, 6);
    expect(pace?.requiredPerDay).toBeCloseTo(22.73, 2);
    expect(pace).toMatchObject({
      status: 'behind',
      fullTarget: 400,
      daysOff: 5,
      workingDays: 17,
      workingDaysGone: 10,
    });
  });

  it('tells nobody on a day off that they are behind', async () => {
    const scene = await serviceScene({ now: at('2026-07-06', '08:00') });
    await dialled(scene, [at('2026-07-02', '10:00')]);
    value(await scene.handlers['goal.save'](goal(), page));
    scene.test.setNow(at('2026-07-11', '12:00'));
    expect((await progress(scene))[0]?.pace?.status).toBe('off');
  });

  it('does not call unknown days 0', async () => {
    const scene = await serviceScene({ now: MONDAY });
    await dialled(scene, [at('2026-07-06', '09:00')]);
    const { points } = value(
      await scene.handlers['progress.chart']({ metric: 'dials', period: 'week', count: 3 }, page),
    );
    expect(points.map((one) => [one.value, one.why])).toEqual([
      [null, 'not-covered'],
      [null, 'not-covered'],
      [1, null],
    ]);
  });

  it('has no pace and no figure from deals nobody has loaded', async () => {
    const scene = await serviceScene({ now: MONDAY });
    const money = goal({ metric: 'revenue-won', period: 'quarter', target: 60_000_000, currency: 'USD' });
    value(await scene.handlers['goal.save'](money, page));
    const [one] = await progress(scene);
    expect(one).toMatchObject({ pace: null, figure: { value: null, why: 'not-covered' } });
  });

  it('is not covered as long as one of two CRMs was never listed', async () => {
    const other = { kind: 'odoo', base: 'https://odoo.example', iAm: { remoteId: '9', name: 'Alex' } };
    const mine = {
      kind: 'salesforce',
      base: 'https://crm.example',
      iAm: { remoteId: 'u-alex', name: 'Alex' },
    };
    const scene = await serviceScene({ now: MONDAY, seed: { crms: [mine, other] } });
    await scene.test.world.store.deals.cover({
      ...{
        instance: scene.instance,
        object: 'deal',
        owner: 'u-alex',
        from: '2025-07-01' as Day,
        until: null,
      },
      ...{ how: 'api-list', asOf: MONDAY, count: 0 },
    });
    const money = goal({ metric: 'revenue-won', period: 'quarter', target: 60_000_000, currency: 'USD' });
    value(await scene.handlers['goal.save'](money, page));
    expect((await progress(scene))[0]).toMatchObject({ pace: null });
  });

  it("follows the fiscal year's quarters", async () => {
    const calendar = { country: 'US', zone: ZONE, fiscalYearStart: 2 };
    const scene = await serviceScene({ now: MONDAY, seed: { calendar } });
    value(await scene.handlers['goal.save'](goal({ period: 'quarter' }), page));
    const quarter = value(await scene.handlers['progress.read']({}, page)).metrics.find(
      (one) => one.period === 'quarter',
    );
    expect(quarter).toMatchObject({ from: '2026-05-01', to: '2026-08-01' });
  });

  it('works on with a calendar that nobody can work by', async () => {
    const calendar = { country: 'US', zone: ZONE, hours: { from: '18:00', to: '09:00' } };
    const scene = await serviceScene({ now: MONDAY, seed: { calendar } });
    expect((await scene.handlers['progress.read']({}, page)).ok).toBe(true);
    const saved = await scene.handlers['settings.save'](
      { touchline: 1, calendar: calendarSettingsSchema.parse(calendar) },
      page,
    );
    expect(saved).toMatchObject({ fault: { code: 'bad-input' } });
  });
});

describe('a deployed settings file', () => {
  const seed = {
    goals: [
      { metric: 'dials', period: 'day', target: 60, headline: true },
      { metric: 'meetings-booked', period: 'week', target: 6 },
    ],
  };

  it('is laid down once, however often the worker starts', async () => {
    const scene = await serviceScene({ now: MONDAY, seed });
    await applySeed(scene.test.world);
    await applySeed(scene.test.world);
    const { people } = scene.test.world.store;
    expect(await goals(scene)).toHaveLength(2);
    expect(await people.instances()).toHaveLength(1);
    expect(await people.links(scene.instance)).toHaveLength(1);
    expect((await people.all()).filter((one) => one.me)).toHaveLength(1);
  });

  it('is finished by the next worker when one died among its goals', async () => {
    const scene = await serviceScene({ now: MONDAY });
    const { world } = scene.test;
    const file = (await world.managed()) as object;
    const dying = { ...world, managed: () => Promise.resolve({ ...file, ...seed }) };
    const put = world.store.goals.put.bind(world.store.goals);
    const store = world.store.goals as { put: typeof put };
    let left = 1;
    store.put = (versions) => (left-- > 0 ? put(versions) : Promise.reject(new Error('died')));
    await expect(applySeed(dying)).rejects.toThrow('died');
    store.put = put;
    await applySeed(dying);
    expect((await goals(scene)).map((one) => one.metric).toSorted()).toEqual(['dials', 'meetings-booked']);
  });

  it('does not bring back a goal that the user has ended', async () => {
    const scene = await serviceScene({ now: MONDAY, seed });
    for (const one of await goals(scene))
      value(await scene.handlers['goal.archive']({ goal: one.goal }, page));
    await applySeed(scene.test.world);
    expect(await progress(scene)).toEqual([]);
  });
});
