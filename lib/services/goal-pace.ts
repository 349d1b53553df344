import type { Period } from '@/lib/domain/calendar/periods';
import type { GoalVersion } from '@/lib/domain/goal';
import { dayOf } from '@/lib/domain/time';
import { pace } from '@/lib/kpi/pace/pace';
import type { PaceFigures, RatioFigures, Status } from '@/lib/kpi/pace/result';
import type { TargetVersion } from '@/lib/kpi/pace/terms';
import type { Metric } from '@/lib/kpi/shape';
import type { Figure, Progress } from '@/lib/rpc/view';
import type { Counting } from './counting';
import type { Desk } from './desk';

type View = NonNullable<Progress['pace']>;

interface About {
  readonly goal: GoalVersion;
  readonly metric: Metric;
  readonly known: Figure;
  readonly period: Period;
  readonly versions: readonly TargetVersion[];
  readonly counting: Counting | null;
}

const NOTHING = {
  ...{ target: null, fullTarget: null, daysOff: 0, expected: null, projection: null, requiredPerDay: null },
  ...{ daysBehind: null, workingDays: null, workingDaysGone: null, restOfPeriod: false, since: null },
};

/** Where a goal stands, as it is shown. Null when its terms cannot be paced. */
export function goalPace(at: Desk, about: About): Progress['pace'] {
  const { goal, metric, known, period, versions, counting } = about;
  if (!metric.paced) {
    const { numerator, denominator } = known;
    const result = pace({ shape: 'ratio', k: numerator ?? 0, n: denominator ?? 0, target: goal.target });
    return result.kind === 'refused'
      ? null
      : { ...NOTHING, status: worded(result.status), target: result.target };
  }
  const isFirstDay = counting?.firstDay === true && period.kind === 'day';
  const result = pace({
    shape: 'accumulating',
    ...{ period, now: at.now, working: at.working, actual: known.value, versions, prorate: goal.prorate },
    guard: metric.unit === 'money' ? { kind: 'money' } : { kind: 'count' },
    // The target of a first day stays whole beside its count: it is the day's, and the day is not judged.
    since: isFirstDay ? null : (counting?.since ?? null),
  });
  if (result.kind === 'refused') return null;
  const view = viewOf(result);
  if (counting === null) return view;
  const unjudged: View = { ...NOTHING, status: result.dayOff ? 'off' : 'counting', since: counting.since };
  const { target, fullTarget, daysOff } = view;
  if (isFirstDay) return { ...unjudged, target, fullTarget, daysOff };
  // Nothing is left of a period that began to be counted after its last working hour: "0 of 0" asks for nothing.
  if (result.repWeight === 0) return { ...unjudged, target: goal.target };
  const rest: View = { ...view, restOfPeriod: true, since: counting.firstDay ? counting.since : null };
  const isToday = counting.firstDay && dayOf(counting.since, at.rules.zone) === at.today;
  return isToday && view.status === 'watch' && !result.guard.allows ? { ...rest, status: 'counting' } : rest;
}

function viewOf(result: PaceFigures): View {
  const shortened = result.proration !== null && result.proration < 1;
  // On a day off nobody is told that they are behind.
  const status =
    result.dayOff && (result.status === 'behind' || result.status === 'watch') ? 'off' : result.status;
  return {
    ...NOTHING,
    status: worded(status),
    target: result.effectiveTarget,
    fullTarget: shortened ? result.target : null,
    daysOff: Math.max(0, result.daysOff),
    expected: result.expected,
    projection: result.projection,
    requiredPerDay: result.requiredPerDay,
    daysBehind: result.daysBehind,
    workingDays: result.repWeight,
    workingDaysGone: result.elapsedWeight,
  };
}

function worded(status: Status | RatioFigures['status']): View['status'] {
  return status.replace('_', '-') as View['status'];
}
