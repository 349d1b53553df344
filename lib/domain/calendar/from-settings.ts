import type { CalendarSettings } from '../settings.ts';
import {
  type RepSchedule,
  repScheduleSchema,
  type WorkCalendar,
  workCalendarSchema,
} from './work-calendar.ts';

/**
 * The working calendar and the user's own days off, from what the options page saved. The country chosen there is
 * the user's word that its public holidays apply; without a region only the nation-wide ones.
 * Throws ZodError for settings that no calendar can be made of (hours that end before they begin).
 */
export function calendarOf(settings: CalendarSettings): { calendar: WorkCalendar; schedule: RepSchedule } {
  const region = settings.region === null ? {} : { region: settings.region };
  const { country, zone, week, weekStart, fiscalYearStart, hours, companyDays, daysOff } = settings;
  const calendar = workCalendarSchema.parse({
    zone,
    country,
    week,
    weekStart,
    fiscalYearStart,
    hours,
    companyDays,
    ...region,
    holidaySets: [{ country, ...region }],
    corrections: [],
  });
  return { calendar, schedule: repScheduleSchema.parse({ daysOff }) };
}
