import { NO_HOLIDAYS } from '@/lib/domain/calendar/holidays';
import type { Working } from '@/lib/domain/calendar/weights';
import type { DayOff, RepSchedule, WorkCalendar } from '@/lib/domain/calendar/work-calendar';
import { type Day, instantAt } from '@/lib/domain/time';

export const day = (text: string): Day => text as Day;

/** Mon–Fri, 09:00–18:00, London, no public holidays, unless said otherwise. */
export function calendar(over: Partial<WorkCalendar> = {}): WorkCalendar {
  return {
    zone: 'Europe/London',
    country: 'GB',
    week: [1, 1, 1, 1, 1, 0, 0],
    weekStart: 1,
    fiscalYearStart: 1,
    hours: { from: '09:00', to: '18:00' },
    holidaySets: [],
    companyDays: [],
    corrections: [],
    ...over,
  };
}

export function working(
  over: Partial<WorkCalendar> = {},
  schedule: RepSchedule | null = null,
  rest: Partial<Working> = {},
): Working {
  return { calendar: calendar(over), holidays: NO_HOLIDAYS, schedule, ...rest };
}

export function off(...days: (string | DayOff)[]): DayOff[] {
  return days.map((entry) => (typeof entry === 'string' ? { day: day(entry), share: 1 } : entry));
}

/** Local wall-clock time as an instant. */
export const at = (date: string, clock: string, zone = 'Europe/London'): number =>
  instantAt(day(date), clock, zone);
