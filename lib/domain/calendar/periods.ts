import { addDays, type Day, type Instant, startOfDay, weekdayOf, type Zone } from '../time.ts';
import type { WorkCalendar } from './work-calendar.ts';
import type { DayRange } from './workdays.ts';

export type CalendarPeriod = 'day' | 'week' | 'month' | 'quarter' | 'fiscal-quarter' | 'year' | 'fiscal-year';

/** What a period is called, in parts: screens word them in their language. A week is named by its first and last day. */
export type PeriodLabel =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'week'; readonly first: Day; readonly last: Day }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'year'; readonly year: number }
  // Some count a fiscal year by the year it begins in (Japan), some by the one it ends in (US, Britain).
  | {
      readonly kind: 'fiscal-quarter';
      readonly startYear: number;
      readonly endYear: number;
      readonly quarter: number;
    }
  | { readonly kind: 'fiscal-year'; readonly startYear: number; readonly endYear: number };

/** Civil days [start, end). */
export interface Period extends DayRange {
  readonly kind: CalendarPeriod;
  readonly label: PeriodLabel;
}

export type PeriodRules = Pick<WorkCalendar, 'weekStart' | 'fiscalYearStart'>;

/** The period of a kind that contains a civil day. */
export function periodOf(kind: CalendarPeriod, day: Day, rules: PeriodRules): Period {
  if (kind === 'day') return { kind, start: day, end: addDays(day, 1), label: { kind, day } };
  if (kind === 'week') {
    const start = addDays(day, -((weekdayOf(day) - rules.weekStart + 7) % 7));
    return { kind, start, end: addDays(start, 7), label: { kind, first: start, last: addDays(start, 6) } };
  }
  const length = kind === 'month' ? 1 : kind === 'quarter' || kind === 'fiscal-quarter' ? 3 : 12;
  const origin = kind === 'fiscal-quarter' || kind === 'fiscal-year' ? rules.fiscalYearStart - 1 : 0;
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = Math.floor((month - origin) / length) * length + origin;
  return { kind, start: firstOf(first), end: firstOf(first + length), label: labelOf(kind, first, origin) };
}

/** The period `offset` periods later (earlier for a negative offset). */
export function periodAfter(period: Period, offset: number, rules: PeriodRules): Period {
  let current = period;
  for (let step = 0; step < Math.abs(offset); step += 1) {
    current = periodOf(period.kind, offset > 0 ? current.end : addDays(current.start, -1), rules);
  }
  return current;
}

/** Instants [from, to) of civil days in a zone: when a team period opens and closes. */
export function instantsOf(range: DayRange, zone: Zone): { readonly from: Instant; readonly to: Instant } {
  return { from: startOfDay(range.start, zone), to: startOfDay(range.end, zone) };
}

/** Calendar months [start, end) touches, as first days, in order. */
export function monthsIn(range: DayRange): Day[] {
  const months: Day[] = [];
  for (let month = monthIndex(range.start); firstOf(month) < range.end; month += 1)
    months.push(firstOf(month));
  return months;
}

/** Months since year 0: January 2026 is 2026 × 12. */
export function monthIndex(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstOf(month: number): Day {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String(month - year * 12 + 1).padStart(2, '0')}-01` as Day;
}

function labelOf(kind: Exclude<CalendarPeriod, 'day' | 'week'>, first: number, origin: number): PeriodLabel {
  const year = Math.floor(first / 12);
  if (kind === 'month') return { kind, year, month: (first % 12) + 1 };
  if (kind === 'quarter') return { kind, year, quarter: Math.floor((first % 12) / 3) + 1 };
  if (kind === 'year') return { kind, year };
  const startYear = Math.floor((first - origin) / 12);
  const endYear = origin === 0 ? startYear : startYear + 1;
  if (kind === 'fiscal-year') return { kind, startYear, endYear };
  return { kind, startYear, endYear, quarter: (first - origin - startYear * 12) / 3 + 1 };
}
