import { addDays, type Day, type Instant, instantAt, startOfDay, type Zone } from '../time.ts';
import { add, clamp, div, type Fraction, mul, ONE, ratio, ZERO } from './fraction.ts';
import { type DayWeight, orgWeight, repWeight, type Working } from './weights.ts';
import type { Hours } from './work-calendar.ts';

/**
 * f: the share of a day's expected work that lies before `now`, 0 at the start of the normal hours, 1 at their end.
 * Counted in real hours, so the day a clock changes is as long as it is. A day with a half off expects its work in
 * the other half; the halves meet in the middle of the normal hours. Source: facts §D2, §D15 "Pace".
 */
export function elapsedShare(day: Day, now: Instant, hours: Hours, zone: Zone, weight: DayWeight): Fraction {
  const from = clockAt(day, hours.from, zone);
  const to = clockAt(day, hours.to, zone);
  // Hours that a clock change swallows whole have no length: they are over once they have begun.
  if (to <= from) return now >= from ? ONE : ZERO;
  const share = clamp(ratio(BigInt(Math.floor(now) - from), BigInt(to - from)), ZERO, ONE);
  if (weight.weight.n === 0n) return share;
  const twice = add(share, share);
  const morning = clamp(twice, ZERO, ONE);
  const afternoon = clamp(add(twice, { n: -1n, d: 1n }), ZERO, ONE);
  return div(add(mul(weight.morning, morning), mul(weight.afternoon, afternoon)), weight.weight);
}

/** f of the rep's (or, without a schedule, the organisation's) normal hours on a day. */
export function elapsedShareOf(day: Day, now: Instant, working: Working): Fraction {
  const { calendar, schedule } = working;
  const weight = schedule === null ? orgWeight(day, working) : repWeight(day, working);
  return elapsedShare(day, now, schedule?.hours ?? calendar.hours, zoneOf(working), weight);
}

/** Whose clock decides what day it is: the rep's, else the organisation's. */
export function zoneOf(working: Working): Zone {
  return working.schedule?.zone ?? working.calendar.zone;
}

function clockAt(day: Day, clock: string, zone: Zone): Instant {
  return clock === '24:00' ? startOfDay(addDays(day, 1), zone) : instantAt(day, clock, zone);
}
