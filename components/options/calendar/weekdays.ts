import type { Language } from '@/lib/domain/settings';

/** ISO weekdays, Monday 1 … Sunday 7. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** 5 January 1970 was a Monday. */
export function weekdayName(language: Language, weekday: number, length: 'short' | 'long'): string {
  const at = Date.UTC(1970, 0, 4 + weekday);
  return new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(at);
}

export function monthName(language: Language, month: number): string {
  return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(1970, month - 1, 1),
  );
}
