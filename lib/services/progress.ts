import { periodAfter, type Period } from '@/lib/domain/calendar/periods';
import type { Deal } from '@/lib/domain/deal';
import type { GoalVersion, PeriodKind } from '@/lib/domain/goal';
import { recordKeySchema } from '@/lib/domain/ids';
import { ok, failed } from '@/lib/domain/result';
import type { Day } from '@/lib/domain/time';
import { METRICS, metricOf } from '@/lib/kpi/catalog';
import type { Metric } from '@/lib/kpi/shape';
import type { Answer } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import type { Figure, Progress } from '@/lib/rpc/view';
import { countingOf } from './counting';
import { desk, periodFor, type Desk } from './desk';
import { goalPace } from './goal-pace';
import { myRemoteIds } from './identity';
import type { World } from './world';

const UNKNOWN = { value: null, numerator: null, denominator: null, n: 0, interval: null } as const;

/** One metric over one period, with everything "how is this counted?" asks. */
export async function figure(
  { world, me, firstDay, now, today }: Desk,
  metric: Metric,
  period: Period,
  currency: string | null,
): Promise<Figure> {
  const { start: from, end: to } = period;
  const kind = period.kind === 'fiscal-quarter' ? 'quarter' : (period.kind as PeriodKind);
  const base = {
    ...{ metric: metric.id, unit: metric.unit, better: metric.better, period: kind, from, to, asOf: now },
    ...{ numerator: null, denominator: null, interval: null, excluded: [], currency: null, why: null },
  };
  if (metric.shape === 'table') {
    const { deals, source } = await myDeals(world, from, to);
    const wanted = currency ?? soleCurrency(deals);
    const result = metric.compute(deals, { from, to, today, currency: wanted });
    const known = source.covered !== 'nothing';
    const { value, why, numerator, denominator, n, interval } = known ? result : { ...result, ...UNKNOWN };
    const excluded = result.excluded.map(({ reason, records }) => ({ reason, count: records.length }));
    return {
      ...base,
      ...{ value, numerator, denominator, n, interval, excluded, source },
      currency: metric.unit === 'money' ? result.currency : null,
      why: known ? why : 'not-covered',
    };
  }
  const began = firstDay ?? today;
  const covered: Figure['source']['covered'] =
    began >= to ? 'nothing' : firstDay !== null && began <= from ? 'whole' : 'since';
  const since = covered === 'since' ? began : null;
  // Before the log began nothing was counted: that is unknown, not 0.
  if (covered === 'nothing')
    return {
      ...base,
      value: null,
      why: 'not-covered',
      n: 0,
      source: { source: 'own-log', covered, since, asOf: now, count: 0 },
    };
  if (metric.shape === 'set') {
    const value = await world.store.metrics.members(metric.id, me.id, from, to);
    return {
      ...base,
      value,
      n: value,
      source: { source: 'own-log', covered, since, asOf: now, count: value },
    };
  }
  const sums = await world.store.metrics.tally(metric.id, me.id, from, to);
  const value = sums[metric.unit === 'money' ? (currency ?? '') : ''] ?? 0;
  return { ...base, value, n: value, source: { source: 'own-log', covered, since, asOf: now, count: value } };
}

/** My deals and how much of them is known: listed since a day, or only those that were opened. */
async function myDeals(
  world: World,
  from: Day,
  to: Day,
): Promise<{ deals: readonly Deal[]; source: Figure['source'] }> {
  const instances = (await world.store.people.instances()).filter(
    (one) => !one.test && one.archivedAt === null,
  );
  const owners = [];
  const covers = [];
  let gaps = 0;
  for (const instance of instances) {
    const links = (await world.store.people.links(instance.id)).filter((one) => one.person !== null);
    const coverage = await world.store.deals.coverage(instance.id);
    owners.push(...myRemoteIds(links).map((remoteId) => ({ instance: instance.id, remoteId })));
    // Every user that is me, in every CRM: one that was never listed leaves the sum a part.
    for (const { remoteId, aliases } of links) {
      const own = coverage.filter((one) => [remoteId, ...aliases].includes(one.owner));
      covers.push(...own);
      if (own.length === 0) gaps += 1;
    }
  }
  const deals = owners.length === 0 ? [] : await world.store.deals.ofOwners(owners, from, to);
  const listed =
    covers
      .map((one) => one.from)
      .toSorted()
      .at(-1) ?? null;
  const since = gaps > 0 || listed === null || listed >= to ? null : listed;
  const asOf = covers.length === 0 ? null : Math.min(...covers.map((one) => one.asOf));
  const covered =
    since === null ? (deals.length === 0 ? 'nothing' : 'seen') : since <= from ? 'whole' : 'since';
  return { deals, source: { source: 'deals', covered, since, asOf, count: deals.length } };
}

function soleCurrency(deals: readonly Deal[]): string | null {
  const named = new Set(deals.flatMap((deal) => deal.amount?.currency ?? []));
  return named.size === 1 ? [...named][0]! : null;
}

/** The goals in force today, headline first, each with its figure and, where it is covered, its pace. */
export async function goalProgress(at: Desk): Promise<Progress[]> {
  const all = await at.world.store.goals.all();
  const current = all.filter(
    ({ effective, archivedAt }) =>
      archivedAt === null && effective.from <= at.today && (effective.to === null || at.today < effective.to),
  );
  const progress = await Promise.all(current.map((goal) => progressOf(at, goal, all)));
  return progress
    .filter((one) => one !== null)
    .toSorted(
      (a, b) => Number(b.goal.headline) - Number(a.goal.headline) || (a.goal.goal < b.goal.goal ? -1 : 1),
    );
}

async function progressOf(
  at: Desk,
  goal: GoalVersion,
  all: readonly GoalVersion[],
): Promise<Progress | null> {
  const metric = metricOf(goal.metric);
  if (!metric) return null;
  const period = periodFor(goal.period, at.today, at.working);
  // A version replaced on its first day, and one of another metric, period or currency, is no part of this target.
  const versions = all
    .filter((one) => one.goal === goal.goal && one.archivedAt === null && isSameKind(one, goal))
    .map(({ effective, target }) => ({ ...effective, target }));
  const first = versions.map((one) => one.from).toSorted()[0] ?? period.start;
  // A goal of the rest of a period is measured by that rest.
  const counted = first > period.start ? { ...period, start: first } : period;
  const known = await figure(at, metric, counted, goal.currency);
  const covered = known.source.covered;
  // Deals merely seen, or listed for a part of the period, never count towards a goal: not "$0 of 600k", but unknown,
  // and the panel offers to load them.
  if (metric.shape === 'table' && covered !== 'whole')
    return { goal, figure: { ...known, value: null, why: 'not-covered' }, pace: null };
  const counting = await countingOf(at, metric, all, first, period);
  return { goal, figure: known, pace: goalPace(at, { goal, metric, known, period, versions, counting }) };
}

/** Do two versions set a target for the same thing? */
export function isSameKind(
  a: Pick<GoalVersion, 'metric' | 'period' | 'currency'>,
  b: Pick<GoalVersion, 'metric' | 'period' | 'currency'>,
): boolean {
  return a.metric === b.metric && a.period === b.period && a.currency === b.currency;
}

/** All goals, and every metric for the four periods of today. */
export async function readProgress(world: World): Answer<Output<'progress.read'>> {
  const at = await desk(world);
  const metrics: Figure[] = [];
  for (const kind of ['day', 'week', 'month', 'quarter'] as const) {
    const period = periodFor(kind, at.today, at.working);
    for (const metric of METRICS) metrics.push(await figure(at, metric, period, null));
  }
  return ok({ progress: await goalProgress(at), metrics });
}

/** The last `count` periods of one metric, oldest first, the running one last. */
export async function chart(world: World, input: Parsed<'progress.chart'>): Answer<Output<'progress.chart'>> {
  const at = await desk(world);
  const metric = metricOf(input.metric);
  if (!metric) return failed('not-found', 'no such metric');
  const now = periodFor(input.period, at.today, at.working);
  const points: Figure[] = [];
  for (let back = input.count - 1; back >= 0; back -= 1)
    points.push(await figure(at, metric, periodAfter(now, -back, at.working.calendar), null));
  return ok({ points });
}

const INPUTS_PAGE = 50;

/** The records behind a figure, page by page. */
export async function inputs(
  world: World,
  input: Parsed<'progress.inputs'>,
): Answer<Output<'progress.inputs'>> {
  const at = await desk(world);
  const metric = metricOf(input.metric);
  if (!metric) return failed('not-found', 'no such metric');
  const skip = Number(input.cursor ?? 0);
  const { from, to } = input;
  if (metric.shape === 'table') {
    const { deals } = await myDeals(world, from, to);
    const { included } = metric.compute(deals, { from, to, today: at.today, currency: soleCurrency(deals) });
    const rows = deals.filter((deal) => included.includes(deal.key));
    const page = rows.slice(skip, skip + INPUTS_PAGE).map((deal) => ({
      ...{ id: deal.key, name: deal.name, day: deal.closeDay, link: null },
      ...{ amount: deal.amount?.minor ?? null, currency: deal.amount?.currency ?? null },
    }));
    return ok({ rows: page, next: rows.length > skip + INPUTS_PAGE ? String(skip + INPUTS_PAGE) : null });
  }
  const events = await world.store.log.ofDays(at.me.id, ['activity.logged', 'meeting.resolved'], from, to);
  const counted = events.filter((event) =>
    metric.shape === 'tally' ? metric.tally(event).length > 0 : metric.member(event) !== null,
  );
  const rows = [];
  for (const event of counted.slice(skip, skip + INPUTS_PAGE)) {
    const key = recordKeySchema.safeParse(event.record);
    const record = key.success ? await world.store.records.get(key.data) : null;
    const name = (await world.store.log.private(event.id))?.who || record?.fields.name?.value || '';
    rows.push({ id: event.id, name, day: event.day, amount: null, currency: null, link: null });
  }
  return ok({ rows, next: counted.length > skip + INPUTS_PAGE ? String(skip + INPUTS_PAGE) : null });
}
