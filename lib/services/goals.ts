import type { GoalVersion } from '@/lib/domain/goal';
import type { GoalId } from '@/lib/domain/ids';
import { metricOf } from '@/lib/kpi/catalog';
import { termsFault } from '@/lib/kpi/goal-terms';
import { failed, ok } from '@/lib/domain/result';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { desk, periodFor } from './desk';
import { isSameKind } from './progress';
import type { World } from './world';

/**
 * Saves a goal as a new dated version. The first goal of a period whose history is not here counts for the rest of
 * that period only: nobody is behind on days before Touchline was there.
 */
export async function saveGoal(
  world: World,
  input: Parsed<'goal.save'>,
  from: Pick<Envelope, 'request'>,
): Answer<Output<'goal.save'>> {
  const metric = metricOf(input.metric);
  const fault = termsFault(input);
  if (!metric || fault) return failed('bad-input', `${fault?.part}: ${fault?.why}`);
  const at = await desk(world);
  const all = await world.store.goals.all();
  const goal = input.goal ?? ((from.request ?? world.ids.next()) as string as GoalId);
  const earlier = all.filter((one) => one.goal === goal && one.archivedAt === null);
  const same = earlier.filter((one) => isSameKind(one, input));
  const period = periodFor(input.period, at.today, at.working);
  const began = at.firstDay !== null && at.firstDay < at.today ? at.firstDay : at.today;
  const open = metric.shape === 'table' || began < period.start ? period.start : began;
  const since = same.length > 0 ? at.today : open;
  const { metric: id, period: kind, target, currency, prorate, headline } = input;
  const inForce = earlier.find((one) => one.effective.to === null);
  // Saved again, as after an answer that was lost: the version in force says all of it already.
  if (inForce && isSameKind(inForce, input) && isSameTerms(inForce, input)) return ok({ goal });
  const version: GoalVersion = {
    ...{ goal, metric: id, period: kind, target, currency, prorate, headline },
    version: Math.max(0, ...all.filter((one) => one.goal === goal).map((one) => one.version)) + 1,
    person: at.me.id,
    effective: { from: since, to: null },
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
      effective: { ...one.effective, to: since > one.effective.from ? since : one.effective.from },
      ...(one.effective.from >= since ? { archivedAt: at.now } : {}),
    }));
  const others = headline
    ? all.filter((one) => one.goal !== goal && one.headline).map((one) => ({ ...one, headline: false }))
    : [];
  await world.store.goals.put([...others, ...closed, version]);
  return ok({ goal });
}

function isSameTerms(a: GoalVersion, b: Pick<GoalVersion, 'target' | 'prorate' | 'headline'>): boolean {
  return a.target === b.target && a.prorate === b.prorate && a.headline === b.headline;
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
