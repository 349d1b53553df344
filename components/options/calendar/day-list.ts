import type { CalendarSettings } from '@/lib/domain/settings';
import { addDays, daysBetween, daySchema, type Day } from '@/lib/domain/time';

type CompanyDay = CalendarSettings['companyDays'][number];
type DayOff = CalendarSettings['daysOff'][number];

/** How much of a day is off: all of it, or one half. `open` is a working day on a holiday. */
export type HowMuch = 'closed' | 'morning' | 'afternoon' | 'open';

/** More than a quarter at once is a slip of the finger, not a holiday. */
export const LONGEST = 92;

/** The days from one to another, both in; null when the end lies before the beginning or too far. */
export function range(from: string, until: string): readonly Day[] | 'wrong' | 'long' | null {
  const first = daySchema.safeParse(from);
  const last = daySchema.safeParse(until === '' ? from : until);
  if (!first.success || !last.success) return null;
  const days = daysBetween(first.data, last.data);
  if (days < 0) return 'wrong';
  if (days >= LONGEST) return 'long';
  return Array.from({ length: days + 1 }, (_, index) => addDays(first.data, index));
}

export function companyDay(day: Day, how: HowMuch, name: string): CompanyDay {
  if (how === 'closed') return { day, weight: 0, name };
  if (how === 'open') return { day, weight: 1, name };
  return { day, weight: 0.5, half: how, name };
}

export function dayOff(day: Day, how: Exclude<HowMuch, 'open'>): DayOff {
  return how === 'closed' ? { day, share: 1 } : { day, share: 0.5, half: how };
}

/** Lays days over a list: one entry a day, the new one wins, in the order of the calendar. */
export function withDays<Entry extends { readonly day: Day }>(
  list: readonly Entry[],
  added: readonly Entry[],
): Entry[] {
  const kept = list.filter(({ day }) => !added.some((entry) => entry.day === day));
  return [...kept, ...added].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
