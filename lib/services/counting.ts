import { elapsedShareOf } from '@/lib/domain/calendar/elapsed';
import type { Period } from '@/lib/domain/calendar/periods';
import type { GoalVersion } from '@/lib/domain/goal';
import type { Metric } from '@/lib/kpi/shape';
import { addDays, dayOf, startOfDay, type Day, type Instant } from '@/lib/domain/time';
import type { Desk } from './desk';

/** Where the counting for a goal began, when that was inside its period. */
export interface Counting {
  readonly since: Instant;
  /** Known to the minute, and then a part of that day's working time may have passed before. */
  readonly firstDay: boolean;
}

/**
 * From when on a goal's period is counted; null for all of it. On the very first day, that is the moment of the first
 * goal or the first entry, whichever was written down first: nobody is behind on a morning before Touchline was there.
 * A log that reaches further back has counted the whole day. `first` is the day of the goal's first version.
 */
export async function countingOf(
  at: Desk,
  metric: Metric,
  all: readonly GoalVersion[],
  first: Day,
  period: Period,
): Promise<Counting | null> {
  if (first < period.start) return null;
  const { zone } = at.rules;
  const began = startOfDay(first, zone);
  const goalAt = Math.min(...all.map(({ createdAt }) => createdAt));
  // A CRM lists what was closed before Touchline was there: its deals have no first day.
  const isFirst =
    metric.shape !== 'table' &&
    dayOf(goalAt, zone) === first &&
    (at.firstDay === null || at.firstDay >= first);
  if (!isFirst) return first > period.start ? { since: began, firstDay: false } : null;
  const { log } = at.world.store;
  const entries = await log.ofDays(at.me.id, ['activity.logged'], first, addDays(first, 1));
  const since = Math.max(began, Math.min(goalAt, ...entries.map(({ recordedAt }) => recordedAt)));
  const late = elapsedShareOf(first, since, at.working).n > 0n;
  return late || first > period.start ? { since, firstDay: late } : null;
}
