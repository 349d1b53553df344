import { addDays, type Day, dayOf, daysBetween, type Instant } from '../time.ts';
import { elapsedShareOf, zoneOf } from './elapsed.ts';
import { add, type Fraction, mul, ZERO } from './fraction.ts';
import { type DayWeight, orgWeight, repWeight, type Working } from './weights.ts';

/** Civil days [start, end). */
export interface DayRange {
  readonly start: Day;
  readonly end: Day;
}

/** How far a search for a working day goes: ten years. A calendar without any ends there. */
const SEARCH_DAYS = 3660;

export function daysOf(range: DayRange): Day[] {
  const count = daysBetween(range.start, range.end);
  return Array.from({ length: Math.max(0, count) }, (_, offset) => addDays(range.start, offset));
}

/** One day of a period as pace sees it. `elapsed` is the part of `rep` before now. */
export interface WorkDay {
  readonly day: Day;
  readonly org: Fraction;
  readonly rep: Fraction;
  readonly elapsed: Fraction;
}

export interface WorkPeriod {
  readonly days: readonly WorkDay[];
  /** Wperiod: Σ of the organisation's weights. */
  readonly periodWeight: Fraction;
  /** Wrep: Σ of the rep's weights. */
  readonly repWeight: Fraction;
  /** Welapsed: Σ of the rep's weights before today + today's × f. */
  readonly elapsedWeight: Fraction;
  readonly today: Day;
  /** f of today, also when today lies outside the period. */
  readonly elapsedToday: Fraction;
  readonly phase: 'before' | 'running' | 'over';
}

/** Weighs a period for the organisation and the rep, up to `now` on the rep's clock. */
export function workPeriod(range: DayRange, now: Instant, working: Working): WorkPeriod {
  const today = dayOf(now, zoneOf(working));
  const elapsedToday = elapsedShareOf(today, now, working);
  let periodWeight = ZERO;
  let repTotal = ZERO;
  let elapsedWeight = ZERO;
  const days = daysOf(range).map((day): WorkDay => {
    const org = orgWeight(day, working).weight;
    const rep = working.schedule === null ? org : repWeight(day, working).weight;
    const elapsed = day < today ? rep : day === today ? mul(rep, elapsedToday) : ZERO;
    periodWeight = add(periodWeight, org);
    repTotal = add(repTotal, rep);
    elapsedWeight = add(elapsedWeight, elapsed);
    return { day, org, rep, elapsed };
  });
  const phase = today < range.start ? 'before' : today < range.end ? 'running' : 'over';
  return { days, periodWeight, repWeight: repTotal, elapsedWeight, today, elapsedToday, phase };
}

/** Σ of weights over [start, end) for the rep, or for the organisation without a schedule. In full days. */
export function weightBetween(range: DayRange, working: Working): Fraction {
  return daysOf(range).reduce((total, day) => add(total, weightOf(day, working).weight), ZERO);
}

/** Number of days in [start, end) with any work in them: a half day counts as one. */
export function workingDaysBetween(range: DayRange, working: Working): number {
  return daysOf(range).filter((day) => isWorkingDay(day, working)).length;
}

export function isWorkingDay(day: Day, working: Working): boolean {
  return weightOf(day, working).weight.n > 0n;
}

/** The first working day after `day`; null when ten years hold none. */
export function nextWorkingDay(day: Day, working: Working): Day | null {
  return addWorkingDays(day, 1, working);
}

/**
 * The n-th working day after `day` (before it for n < 0); for 0 the day itself, working or not. Null when ten years
 * do not hold so many.
 */
export function addWorkingDays(day: Day, n: number, working: Working): Day | null {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let current = day;
  for (let walked = 0; left > 0; walked += 1) {
    if (walked >= SEARCH_DAYS) return null;
    current = addDays(current, step);
    if (isWorkingDay(current, working)) left -= 1;
  }
  return current;
}

/** True when the rep is not at work at all today: no prompts, no reminders, no "behind", no ageing of notes. */
export function isDayOff(now: Instant, working: Working): boolean {
  return !isWorkingDay(dayOf(now, zoneOf(working)), working);
}

function weightOf(day: Day, working: Working): DayWeight {
  return working.schedule === null ? orgWeight(day, working) : repWeight(day, working);
}
