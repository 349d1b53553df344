import { Temporal } from 'temporal-polyfill';
import type { Day } from '../time.ts';

export interface DayReading {
  readonly value: Day | null;
  readonly confidence: 'exact' | 'likely' | 'ambiguous';
}

export const UNCLEAR: DayReading = { value: null, confidence: 'ambiguous' };
/** Years outside are another calendar's (2569 in Thailand, 1405 in Iran) or a slip: never guessed. */
const YEARS = { from: 1900, to: 2100 };
/**
 * Two digits are read only this near. Further away they are as likely another calendar's year: Buddhist 69 lies 43
 * years ahead, Japan's 8 lies 18 behind, Persia's 05 and Islam's 48 lie 21 and 22 off.
 */
const SHORT_YEARS = { before: 10, after: 20 };

/** May two digits stand for this year? */
export function isNear(year: number, thisYear: number): boolean {
  return year >= thisYear - SHORT_YEARS.before && year <= thisYear + SHORT_YEARS.after;
}

/** A day without its year. Pages leave the year off when it is this one; that is a custom, not a promise. */
export function thatDay(thisYear: number, month: number, date: number): DayReading {
  const day = dayFrom(thisYear, month, date);
  return day === null ? UNCLEAR : { value: day, confidence: 'likely' };
}

/** Null for a date no calendar has, or a year that is another calendar's. */
export function dayFrom(year: number, month: number, day: number): Day | null {
  if (!(year >= YEARS.from && year <= YEARS.to)) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() as Day;
  } catch {
    return null;
  }
}
