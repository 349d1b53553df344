import { dayOf, type Instant } from '../time.ts';
import { elapsedShareOf, zoneOf } from './elapsed.ts';
import { add, clamp, type Fraction, mul, ONE, sub, ZERO } from './fraction.ts';
import type { Working } from './weights.ts';
import type { WorkDay, WorkPeriod } from './workdays.ts';

/**
 * What is left of a period from an instant on: the days before are no part of it, and of the instant's own day only the
 * working time that was still to come.
 */
export function restOf(work: WorkPeriod, since: Instant, working: Working): WorkPeriod {
  const first = dayOf(since, zoneOf(working));
  const gone = elapsedShareOf(first, since, working);
  const left = sub(ONE, gone);
  const days = work.days.flatMap((entry): WorkDay[] => {
    if (entry.day < first) return [];
    if (entry.day > first) return [entry];
    const before = mul(entry.rep, gone);
    const elapsed = clamp(sub(entry.elapsed, before), ZERO, entry.rep);
    return [{ ...entry, org: mul(entry.org, left), rep: sub(entry.rep, before), elapsed }];
  });
  const total = (of: (entry: WorkDay) => Fraction) => days.reduce((sum, entry) => add(sum, of(entry)), ZERO);
  return {
    ...work,
    days,
    periodWeight: total(({ org }) => org),
    repWeight: total(({ rep }) => rep),
    elapsedWeight: total(({ elapsed }) => elapsed),
  };
}
