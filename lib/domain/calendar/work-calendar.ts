import * as z from 'zod';
import { daySchema, zoneSchema } from '../time.ts';

/** A share of a full working day, 0 (nothing) to 1 (all of it). */
export const shareSchema = z.number().min(0).max(1);

/** Weights of Monday … Sunday. Mon–Fri is [1, 1, 1, 1, 1, 0, 0]. */
export const weekSchema = z.tuple([
  shareSchema,
  shareSchema,
  shareSchema,
  shareSchema,
  shareSchema,
  shareSchema,
  shareSchema,
]);
export type Week = z.infer<typeof weekSchema>;

/** Which half of the day is OFF. After a morning off nothing is expected at 11:00. */
export const halfSchema = z.enum(['morning', 'afternoon']);
export type Half = z.infer<typeof halfSchema>;

const clockSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** The normal working day on the local clock; `24:00` is the next midnight. A day that ends before it begins is refused. */
export const hoursSchema = z
  .strictObject({ from: clockSchema, to: clockSchema })
  .refine((hours) => hours.from < hours.to, 'the working day must end after it begins');
export type Hours = z.infer<typeof hoursSchema>;

export const countrySchema = z.string().regex(/^[A-Z]{2}$/);

/** Public holidays that apply: a country's nation-wide days, and those of one region if one is chosen. */
export const holidaySetSchema = z.strictObject({
  country: countrySchema,
  region: z.string().min(1).optional(),
});
export type HolidaySet = z.infer<typeof holidaySetSchema>;

/**
 * A day the company settles for itself. `weight` replaces what a public holiday says: 0 closed, 0.5 half a day,
 * 1 open. It is a share of the weekday, so half a day listed on a non-working weekday is 0; a full day (1) listed
 * on a weekday the organisation does not work is a make-up day and counts whole.
 */
export const companyDaySchema = z.strictObject({
  day: daySchema,
  weight: shareSchema,
  half: halfSchema.optional(),
  name: z.string().max(120),
});
export type CompanyDay = z.infer<typeof companyDaySchema>;

/** A public holiday this organisation adds or drops: what a government names late, or a table has wrong. */
export const ownCorrectionSchema = z.strictObject({
  day: daySchema,
  op: z.enum(['add', 'drop']),
  name: z.string().max(120),
});
export type OwnCorrection = z.infer<typeof ownCorrectionSchema>;

export const workCalendarSchema = z.strictObject({
  zone: zoneSchema,
  country: countrySchema,
  region: z.string().min(1).optional(),
  week: weekSchema,
  /** ISO weekday on which a week period begins: 1 Monday … 7 Sunday. `Intl` is not asked: it says Sunday for ko-KR. */
  weekStart: z.int().min(1).max(7),
  /** Month in which the fiscal year begins, 1–12. */
  fiscalYearStart: z.int().min(1).max(12),
  hours: hoursSchema,
  /** Empty means no public holidays: none are assumed silently. */
  holidaySets: z.array(holidaySetSchema),
  companyDays: z.array(companyDaySchema).refine(eachDayOnce, 'one company day per date'),
  corrections: z.array(ownCorrectionSchema).refine(eachDayOnce, 'one correction per date'),
});
export type WorkCalendar = z.infer<typeof workCalendarSchema>;

/** A day or part of a day away: dates only, never why. Two entries on one day add up, at most to the whole day. */
export const dayOffSchema = z.strictObject({
  day: daySchema,
  share: shareSchema,
  half: halfSchema.optional(),
});
export type DayOff = z.infer<typeof dayOffSchema>;

/** What differs for one person. Everything absent is the organisation's. */
export const repScheduleSchema = z.strictObject({
  zone: zoneSchema.optional(),
  hours: hoursSchema.optional(),
  /** Replaces the organisation's week: a Saturday worker may weigh more than the period does. */
  week: weekSchema.optional(),
  /** Part-time share applied to every working day (0.8 = four fifths each day). */
  factor: shareSchema.optional(),
  daysOff: z.array(dayOffSchema),
  /** Days [from, to) of employment; nothing counts outside them. */
  employed: z.strictObject({ from: daySchema.optional(), to: daySchema.optional() }).optional(),
});
export type RepSchedule = z.infer<typeof repScheduleSchema>;

function eachDayOnce(entries: readonly { day: string }[]): boolean {
  return new Set(entries.map((entry) => entry.day)).size === entries.length;
}
