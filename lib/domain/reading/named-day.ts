import { knowsMonthsOf, monthNamed } from './month-names.ts';
import { dayFrom, type DayReading, isNear, thatDay, UNCLEAR } from './plausible-day.ts';

/** Words inside dates that carry nothing: "31 de marzo", "31st of March", "le 31", "den 31.". */
const FILLERS = new Set([
  'de',
  'del',
  'of',
  'the',
  'den',
  'le',
  'd',
  'st',
  'nd',
  'rd',
  'th',
  'er',
  'º',
  'ª',
  'r',
  'do',
]);

/**
 * Dates with a month's name, in any order; without a year only where day and month are alone. On a page in a language
 * whose months are not known here a name may mean another month: nothing is read.
 */
export function namedDay(
  text: string,
  { thisYear, language }: { readonly thisYear: number; readonly language: string | null },
): DayReading {
  if (language !== null && !knowsMonthsOf(language)) return UNCLEAR;
  let month: number | null = null;
  const numbers: string[] = [];
  for (const [token] of text.matchAll(/\d+|[\p{L}\u00ba\u00aa]+/gu)) {
    if (/^\d/.test(token)) numbers.push(token);
    else if (!FILLERS.has(token.toLowerCase())) {
      const found = monthNamed(token);
      if (found === null || month !== null) {
        if (isWeekday(token)) continue;
        return UNCLEAR;
      }
      month = found;
    }
  }
  if (month === null || /[^\d\p{L}\u00ba\u00aa\s.,،'/-]/u.test(text)) return UNCLEAR;
  if (numbers.length === 1)
    return numbers[0]!.length > 2 ? UNCLEAR : thatDay(thisYear, month, Number(numbers[0]));
  const [first = '', second = '', more] = numbers;
  if (more !== undefined) return UNCLEAR;
  const years = [first, second].filter((number) => number.length === 4);
  const [year, day] =
    years.length === 1
      ? [Number(years[0]), Number(first.length === 4 ? second : first)]
      : [second.length === 2 && first.length <= 2 ? 2000 + Number(second) : Number.NaN, Number(first)];
  // "26 Mar 31" could be the 26th or the year.
  if (years.length === 0 && Number(second) <= 31 && Number(first) <= 31) return UNCLEAR;
  const value = dayFrom(year, month, day);
  if (value === null || (years.length === 0 && !isNear(year, thisYear))) return UNCLEAR;
  return { value, confidence: 'exact' };
}

let weekdays: ReadonlySet<string> | null = null;
function isWeekday(word: string): boolean {
  weekdays ??= new Set(
    ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'pl', 'tr', 'ar', 'ko', 'ja'].flatMap((language) =>
      (['long', 'short'] as const).flatMap((weekday) => {
        const formatter = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
        return [4, 5, 6, 7, 8, 9, 10].flatMap((day) =>
          // "segunda-feira" is met word by word.
          plainWord(formatter.format(Date.UTC(2026, 0, day))).split('-'),
        );
      }),
    ),
  );
  return weekdays.has(plainWord(word));
}

function plainWord(word: string): string {
  return word.toLowerCase().replaceAll('.', '');
}
