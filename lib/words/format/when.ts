import type { Language } from '../../domain/settings.ts';
import { dayOf, daysBetween, startOfDay, type Day, type Instant, type Zone } from '../../domain/time.ts';
import { say } from '../say.ts';

/** English days are written day first ("28 Nov"), on a 24-hour clock: short and the same everywhere. */
const LOCALES = { en: 'en-GB', ko: 'ko' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, zone: Zone, name: string, options: Intl.DateTimeFormatOptions) {
  const id = `${language} ${zone} ${name}`;
  let found = formats.get(id);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, ...options });
    formats.set(id, found);
  }
  return found;
}

/** "16:10" on the clock of a zone. */
export function clock(at: Instant, zone: Zone): string {
  return formatter('en', zone, 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** "today", "tomorrow", "Thu", "28 Nov", "28 Nov 2027": as short as it stays clear from `today`. */
export function dayWord(language: Language, day: Day, today: Day): string {
  const away = daysBetween(today, day);
  if (away === 0) return say(language, 'ui.today');
  if (away === 1) return say(language, 'ui.tomorrow');
  if (away === -1) return say(language, 'ui.yesterday');
  if (away > 1 && away < 7) return weekday(language, day);
  if (away < -1 && away > -7)
    return language === 'ko' ? `지난 ${weekday(language, day)}` : weekday(language, day);
  return date(language, day, today);
}

/** "Thu", "목" */
export function weekday(language: Language, day: Day): string {
  const at = startOfDay(day, 'UTC');
  return formatter(language, 'UTC', 'weekday', { weekday: language === 'ko' ? 'short' : 'short' }).format(at);
}

/** "28 Nov"; with its year when that is not the year of `today`. */
export function date(language: Language, day: Day, today: Day | null = null): string {
  const at = startOfDay(day, 'UTC');
  const sameYear = today !== null && day.slice(0, 4) === today.slice(0, 4);
  return sameYear
    ? formatter(language, 'UTC', 'date', {
        day: 'numeric',
        month: language === 'ko' ? 'long' : 'short',
      }).format(at)
    : formatter(language, 'UTC', 'date-year', {
        day: 'numeric',
        month: language === 'ko' ? 'long' : 'short',
        year: 'numeric',
      }).format(at);
}

/** "today 16:10", "Fri 16:10", "28 Nov 16:10" in the reader's zone. */
export function moment(language: Language, at: Instant, now: Instant, zone: Zone): string {
  return `${dayWord(language, dayOf(at, zone), dayOf(now, zone))} ${clock(at, zone)}`;
}
