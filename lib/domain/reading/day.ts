import { Temporal } from 'temporal-polyfill';
import { type Day, dayOf } from '../time.ts';
import { plainText } from './digits.ts';
import { namedDay } from './named-day.ts';
import { dayFrom, type DayReading, isNear, thatDay, UNCLEAR } from './plausible-day.ts';

/** In which order a page writes numeric dates. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface DayHints {
  /** Null until the page's or the CRM's locale is known. */
  readonly order: DateOrder | null;
  /** The page's language, which may be known where its locale is not; null when it is not said. */
  readonly language: string | null;
  /** Where an instant falls on a day; null: in UTC, as the machine wrote it. */
  readonly zone: string | null;
  /** For dates shown without their year, or with two digits of it. */
  readonly thisYear: number;
}

/** Languages that write the year first also between dots. */
const YEAR_FIRST = new Set(['ko', 'ja', 'zh', 'hu']);

const TIME =
  /[,،\s]*(?:(?:오전|오후|午前|午後|上午|下午|um|at|à|às|alle|kl\.?|a las)\s*)?\d{1,2}[:h]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?|ص|م|uhr)?\s*$/i;
/** "(화)", "화요일", "火曜日": behind a date that needs no words. */
const WEEKDAY_BEHIND = /\([^()\d]{1,12}\)|[월화수목금토일]요일$|[月火水木金土日]曜日$/g;

/** A value free of locale: an ISO date, or an ISO instant brought to its day. Null when it is neither. */
export function readMachineDay(text: string, zone: string | null): Day | null {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (date) return dayFrom(Number(date[1]), Number(date[2]), Number(date[3]));
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
  if (orders !== null) return settle(text, likelyIn(orders, hints), hints);
  const monthDay = /^(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日]$/.exec(text);
  if (monthDay) return thatDay(hints.thisYear, Number(monthDay[1]), Number(monthDay[2]));
  return namedDay(text, hints);
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

/** How a locale writes numeric dates; null for one Intl does not know, and for English that says no country. */
export function orderOf(locale: string | null): DateOrder | null {
  if (locale === null || locale.toLowerCase() === 'en') return null;
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
  // Korea's short forms: spaced and with a last dot, or with its own word for the year (Japan's may count an era).
  if (/^\d{2}(?:\. \d{1,2}\. \d{1,2}\.|년\s?\d{1,2}월\s?\d{1,2}일)$/.test(text)) return ['ymd'];
  const numeric = /^\d{1,2}([-./])\s?\d{1,2}\1\s?(\d{4}|\d{2})\.?$/.exec(text);
  if (!numeric) return null;
  const [, mark, year = ''] = numeric;
  // "26.03.31" is a Korean's March of 2026 and a German's of 2031.
  if (mark === '.') return year.length === 4 ? ['dmy'] : ['dmy', 'ymd'];
  return year.length === 4 ? ['dmy', 'mdy'] : ['dmy', 'mdy', 'ymd'];
}

/** The orders that remain: the locale's own, or the language's for what stands between dots. */
function likelyIn(
  orders: readonly DateOrder[],
  { order, language }: Pick<DayHints, 'order' | 'language'>,
): readonly DateOrder[] {
  if (order !== null && orders.includes(order)) return [order];
  if (orders.includes('mdy') || language === null) return orders;
  const own = YEAR_FIRST.has(language.split('-')[0]!.toLowerCase()) ? 'ymd' : 'dmy';
  return orders.includes(own) ? [own] : orders;
}

function settle(
  text: string,
  orders: readonly DateOrder[],
  { thisYear }: Pick<DayHints, 'thisYear'>,
): DayReading {
  const days = new Set(orders.map((order) => inOrder(text, order)).filter((day) => day !== null));
  const [day] = days;
  if (day === undefined || days.size !== 1) return UNCLEAR;
  const isShort = !/\d{4}/.test(text);
  return isShort && !isNear(Number(day.slice(0, 4)), thisYear)
    ? UNCLEAR
    : { value: day, confidence: 'exact' };
}

function inOrder(text: string, order: DateOrder): Day | null {
  const [a, b, c] = (text.match(/\d+/g) ?? []) as [string, string, string];
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  // Two digits mean this century: CRMs hold dates of deals, not of birth.
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return year.length === 2 || year.length === 4 ? dayFrom(full, Number(month), Number(day)) : null;
}
