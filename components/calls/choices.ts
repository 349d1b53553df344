import type { NextStep } from '@/lib/domain/events/kinds';
import { addDays, dayOf, instantAt, localMoment, weekdayOf, type Day, type Instant } from '@/lib/domain/time';

export interface QuickTime {
  readonly id: 'hour' | 'afternoon' | 'morning';
  readonly day: Day;
  readonly at: Instant;
  readonly clock: string;
}

const FIVE_MINUTES = 300_000;

/**
 * Three times one call back is mostly promised for, on the contact's clock: in an hour, 15:00, and the next
 * working morning at 10:00. A 15:00 that is over or nearly over is the next working day's.
 */
export function quickTimes(now: Instant, zone: string, week: readonly number[]): readonly QuickTime[] {
  const here = localMoment(now, zone);
  const inAnHour = Math.ceil((now + 3_600_000) / FIVE_MINUTES) * FIVE_MINUTES;
  const tomorrow = nextWorkday(here.day, week);
  const afternoonDay = here.hour * 60 + here.minute < 14 * 60 + 30 ? here.day : tomorrow;
  return [
    { id: 'hour', day: dayOf(inAnHour, zone), at: inAnHour, clock: '' },
    { id: 'afternoon', day: afternoonDay, at: instantAt(afternoonDay, '15:00', zone), clock: '15:00' },
    { id: 'morning', day: tomorrow, at: instantAt(tomorrow, '10:00', zone), clock: '10:00' },
  ];
}

/** The next two working days after today: what "Thu, Fri" beside a next step means. */
export function quickDays(now: Instant, zone: string, week: readonly number[]): readonly [Day, Day] {
  const first = nextWorkday(dayOf(now, zone), week);
  return [first, nextWorkday(first, week)];
}

/** The first later day the working week gives any weight; days off are the calendar's matter, not a promise's. */
export function nextWorkday(day: Day, week: readonly number[]): Day {
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    const candidate = addDays(day, ahead);
    if ((week[weekdayOf(candidate) - 1] ?? 0) > 0) return candidate;
  }
  return addDays(day, 1);
}

export function callAt(quick: Pick<QuickTime, 'day' | 'at'>, zone: string): NextStep {
  return { kind: 'call', day: quick.day, at: quick.at, zone };
}
