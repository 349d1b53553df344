import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** UTC milliseconds since 1970. */
export const instantSchema = z.int().min(-8.64e15).max(8.64e15);
export type Instant = number;

/** A civil date, `YYYY-MM-DD`, in nobody's time zone. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDay, 'not a date of the calendar')
  .brand<'Day'>();
export type Day = z.infer<typeof daySchema>;

export const zoneSchema = z.string().min(1).max(64).refine(isZone, 'not a time zone');
export type Zone = string;

export interface LocalMoment {
  readonly day: Day;
  /** Minutes east of UTC at that moment. */
  readonly offset: number;
  readonly hour: number;
  readonly minute: number;
}

/** Where an instant falls on the clock and calendar of a zone. Throws RangeError for an unknown zone. */
export function localMoment(at: Instant, zone: Zone): LocalMoment {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return {
    day: local.toPlainDate().toString() as Day,
    offset: Math.round(local.offsetNanoseconds / 6e10),
    hour: local.hour,
    minute: local.minute,
  };
}

export function dayOf(at: Instant, zone: Zone): Day {
  return localMoment(at, zone).day;
}

/** First instant of a civil day in a zone (some zones skip midnight on a clock-change day). */
export function startOfDay(day: Day, zone: Zone): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

/** The instant of a wall-clock time; on a repeated hour the earlier one, in a skipped hour the later one. */
export function instantAt(day: Day, clock: string, zone: Zone): Instant {
  const plain = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(clock));
  return plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString() as Day;
}

/** Whole civil days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** ISO weekday, Monday 1 … Sunday 7. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

function isRealDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

function isZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}
