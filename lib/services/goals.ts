import { periodOf } from '@/lib/domain/calendar/periods';
import type { GoalVersion } from '@/lib/domain/goal';
import type { GoalId } from '@/lib/domain/ids';
import { metricOf } from '@/lib/kpi/catalog';
import { failed, ok } from '@/lib/domain/result';
import type { Answer } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { desk } from './progress';
import type { World } from './world';

/**
 * Saves a goal as a new dated version. The first goal of a period whose history is not here counts for the rest of
 * that period only: nobody is behind on days before Touchline was there.
 */
export async function saveGoal(world: World, input: Parsed<'goal.save'>): Answer<Output<'goal.save'>> {
  const metric = metricOf(input.metric);
  if (!metric) return failed('bad-input', `no metric ${input.metric}`);
  const at = await desk(world);
  const all = await world.store.goals.all();
  const earlier = all.filter((one) => one.goal === input.goal && one.archivedAt === null);
  const period = periodOf(input.period, at.today, at.working.calendar);
  const covered = metric.shape === 'table' || (at.firstDay !== null && at.firstDay <= period.start);
  const from = earlier.length > 0 || !covered ? at.today : period.start;
  const goal = input.goal ?? (world.ids.next() as GoalId);
  const { metric: id, period: kind, target, currency, prorate, headline } = input;
  const version: GoalVersion = {
    ...{ goal, metric: id, period: kind, target, currency, prorate, headline },
    version: Math.max(0, ...all.filter((one) => one.goal === goal).map((one) => one.version)) + 1,
    person: at.me.id,
    effective: { from, to: null },
    createdBy: at.me.id,
    createdAt: at.now,
    visibility: 'author',
    archivedAt: null,
  };
  const closed = earlier
    .filter((one) => one.effective.to === null)
    // A change on the day a version began replaces it: a range [from, from) would cover nothing anyway.
    .map((one) => ({
      ...one,
      effective: { ...one.effective, to: from },
      ...(one.effective.from >= from ? { archivedAt: at.now } : {}),
    }));
  const others = headline
    ? all.filter((one) => one.goal !== goal && one.headline).map((one) => ({ ...one, headline: false }))
    : [];
  await world.store.goals.put([...others, ...closed, version]);
  return ok({ goal });
}

export async function archiveGoal(
  world: World,
  input: Parsed<'goal.archive'>,
): Answer<Output<'goal.archive'>> {
  const mine = (await world.store.goals.all()).filter((one) => one.goal === input.goal);
  if (mine.length === 0) return failed('not-found', 'no such goal');
  await world.store.goals.put(
    mine.map((one) => ({ ...one, archivedAt: one.archivedAt ?? world.clock.now() })),
  );
  return ok({ done: true });
}
