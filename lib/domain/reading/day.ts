import { Temporal } from 'temporal-polyfill';
import { type Day, dayOf } from '../time.ts';
import { plainText } from './digits.ts';
import { monthNamed } from './month-names.ts';

/** In which order a page writes numeric dates. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface DayHints {
  /** Null until the page's or the CRM's locale is known. */
  readonly order: DateOrder | null;
  /** Where an instant falls on a day; null: in UTC, as the machine wrote it. */
  readonly zone: string | null;
  /** For dates shown without their year. */
  readonly thisYear: number;
}

export interface DayReading {
  readonly value: Day | null;
  readonly confidence: 'exact' | 'likely' | 'ambiguous';
}

const UNCLEAR: DayReading = { value: null, confidence: 'ambiguous' };
/** Years outside are another calendar's (2569 in Thailand, 1405 in Iran) or a slip: never guessed. */
const YEARS = { from: 1900, to: 2100 };

const TIME =
  /[,،\s]*(?:(?:오전|오후|午前|午後|上午|下午|um|at|à|às|alle|kl\.?|a las)\s*)?\d{1,2}[:h]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?|ص|م|uhr)?\s*$/i;
/** "(화)", "화요일", "火曜日": behind a date that needs no words. */
const WEEKDAY_BEHIND = /\([^()\d]{1,12}\)|[월화수목금토일]요일$|[月火水木金土日]曜日$/g;
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

/** A value free of locale: an ISO date, or an ISO instant brought to its day. Null when it is neither. */
export function readMachineDay(text: string, zone: string | null): Day | null {
  const date = /^(\d{4}-\d{2}-\d{2})$/.exec(text.trim());
  if (date) return dayFrom(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
  // Salesforce writes +0000, without the colon that ISO wants.
  const iso = text.trim().replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(iso)) return null;
  try {
    return dayOf(Temporal.Instant.from(iso).epochMilliseconds, zone ?? 'UTC');
  } catch {
    return null;
  }
}

/**
 * A civil day as a page shows it. Year-first, dotted and named-month dates say what they are; "03/04/2026" stays
 * ambiguous until `order` is known. A time of day behind it is left off: the day is the page's own.
 */
export function readDay(shown: string, hints: DayHints): DayReading {
  const machine = readMachineDay(shown, hints.zone);
  if (machine !== null) return { value: machine, confidence: 'exact' };
  const text = plainText(shown).replaceAll(WEEKDAY_BEHIND, ' ').replace(TIME, '').trim();
  const orders = ordersOf(text);
  if (orders !== null) return settle(text, orders, hints.order);
  return named(text, hints.thisYear);
}

/**
 * The only order in which these dates make sense, read from dates of one page together ("8/28/26" says how to read
 * "3/4/2026"); null when nothing decides, or when they contradict each other.
 */
export function orderAmong(texts: readonly string[]): DateOrder | null {
  const decided = new Set<DateOrder>();
  for (const shown of texts) {
    const text = plainText(shown).replace(TIME, '').trim();
    // Only slashes and dashes are in doubt; a dotted date says nothing about them.
    if (!/[/-]/.test(text)) continue;
    const possible = (ordersOf(text) ?? []).filter((order) => inOrder(text, order) !== null);
    const days = new Set(possible.map((order) => inOrder(text, order)));
    if (possible.length === 1 && days.size === 1) decided.add(possible[0]!);
  }
  return decided.size === 1 ? [...decided][0]! : null;
}

/** How a locale writes numeric dates; null for one Intl does not know. */
export function orderOf(locale: string | null): DateOrder | null {
  if (locale === null) return null;
  try {
    const parts = new Intl.DateTimeFormat(locale, { calendar: 'gregory' }).formatToParts(0);
    const letters = parts.flatMap(({ type }) => (['day', 'month', 'year'].includes(type) ? [type[0]] : []));
    const order = letters.join('');
    return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : null;
  } catch {
    // A page may declare nonsense as its locale; then it has declared none.
    return null;
  }
}

/** Orders a numeric date can be in; null when it is not three numbers. */
function ordersOf(text: string): readonly DateOrder[] | null {
  if (/^\d{4}\s*[-./년年]\s*\d{1,2}\s*[-./월月]\s*\d{1,2}\s*[.일日]?$/.test(text)) return ['ymd'];
  // Korea's short form, "26. 3. 31.": spaced, and with a last dot.
  if (/^\d{2}\. \d{1,2}\. \d{1,2}\.$/.test(text)) return ['ymd'];
  const numeric = /^\d{1,2}([-./])\s?\d{1,2}\1\s?(\d{4}|\d{2})\.?$/.exec(text);
  if (!numeric) return null;
  const [, mark, year = ''] = numeric;
  if (mark === '.') return ['dmy'];
  return year.length === 4 ? ['dmy', 'mdy'] : ['dmy', 'mdy', 'ymd'];
}

function settle(text: string, orders: readonly DateOrder[], known: DateOrder | null): DayReading {
  const fitting = known !== null && orders.includes(known) ? [known] : orders;
  const days = new Set(fitting.map((order) => inOrder(text, order)).filter((day) => day !== null));
  const [day] = days;
  return day !== undefined && days.size === 1 ? { value: day, confidence: 'exact' } : UNCLEAR;
}

function inOrder(text: string, order: DateOrder): Day | null {
  const [a, b, c] = (text.match(/\d+/g) ?? []) as [string, string, string];
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  // Two digits mean this century: CRMs hold dates of deals, not of birth.
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return year.length === 2 || year.length === 4 ? dayFrom(full, Number(month), Number(day)) : null;
}

/** Dates with a month's name, in any order; without a year only where day and month are alone. */
function named(text: string, thisYear: number): DayReading {
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
  if (numbers.length === 1) {
    const day = dayFrom(thisYear, month, Number(numbers[0]));
    // Pages leave the year off when it is this one; that is a custom, not a promise.
    return day === null || numbers[0]!.length > 2 ? UNCLEAR : { value: day, confidence: 'likely' };
  }
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
  return value === null ? UNCLEAR : { value, confidence: 'exact' };
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

function dayFrom(year: number, month: number, day: number): Day | null {
  if (!(year >= YEARS.from && year <= YEARS.to)) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() as Day;
  } catch {
    return null;
  }
}
