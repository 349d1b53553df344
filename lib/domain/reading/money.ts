import { exponentOf, minorFromDecimal, type Money } from '../money.ts';
import { type CurrencySeen, findCurrency } from './currency.ts';
import { readDecimal } from './decimal.ts';
import { plainText } from './digits.ts';
import { hasCountingUnit, readCounted, takeUnitHead } from './korean.ts';
import { shift } from './shift.ts';
import { powerOfShort } from './short-forms.ts';

export interface MoneyHints {
  /** The currency the record itself names; it beats the text. */
  readonly own: string | null;
  /** The CRM's own currency: chooses among what a sign can mean, and stands in where nothing is named. */
  readonly home: string | null;
  /** BCP 47, when the page or the CRM has said so. */
  readonly locale: string | null;
}

export interface MoneyReading {
  /** Null with `ambiguous`: there is a figure, and what it says is not certain. */
  readonly value: Money | null;
  readonly confidence: 'exact' | 'likely' | 'ambiguous';
  /** "48.3k": about. */
  readonly rounded: boolean;
}

const UNCLEAR: MoneyReading = { value: null, confidence: 'ambiguous', rounded: false };

/** Words beside an amount that do not change it. */
const ASIDES =
  /부가세\s*(?:별도|포함)|VAT\s*(?:별도|포함)|(?:excl|incl|zzgl|inkl)\.?\s*(?:VAT|MwSt|tax)?\.?|\b(?:HT|TTC|net|netto|brutto|VAT)\b|税抜|税込|税別/gi;

/** "1'234.-", "1.234,–" and "1,234/-" are whole amounts: the dash stands for no cents. */
const NO_CENTS = /(?<=\d)([.,])-{1,2}(?![\d-])/;
const NO_PAISE = /(?<=\d)\/-(?!\d)/;

/**
 * Money as a page shows it. Of two amounts ("EUR 10.000,00 (USD 10,900.00)") the first counts. Ranges, unknown
 * words and figures that could be two things are not understood: their value is null.
 */
export function readMoney(shown: string, hints: MoneyHints): MoneyReading {
  const { seen, negative, power } = seenIn(shown, hints.home);
  if (seen === null) return UNCLEAR;
  const currency = hints.own ?? seen.currency ?? (seen.candidates === null ? hints.home : null);
  const digits = fractionOf(hints.own ?? seen.currency, seen.candidates, currency);
  const figure = figureOf(seen, digits, hints.locale, currency);
  if (figure === null) return UNCLEAR;
  // "3천만원 (단위: 천원)" would multiply twice.
  if (power !== null && figure.scaled) return UNCLEAR;
  const decimal = shift(figure.decimal, figure.power + (power ?? 0));
  const minor = minorFromDecimal(negative ? negated(decimal) : decimal, currency);
  if (minor === null) return UNCLEAR;
  return { value: { minor, currency }, confidence: 'exact', rounded: figure.rounded };
}

/** The currency an amount is in: the record's own, what the text names, else the CRM's. Null when not certain. */
export function currencyOf(shown: string, hints: Pick<MoneyHints, 'own' | 'home'>): string | null {
  if (hints.own !== null) return hints.own;
  // A text that is no clear amount may still name the currency of the machine value beside it.
  const { currency, candidates } =
    seenIn(shown, hints.home).seen ?? findCurrency(plainText(shown), hints.home);
  return currency ?? (candidates === null ? hints.home : null);
}

interface Seen {
  /** The first amount without its currency and sign; null when what stands beside it is not clear. */
  readonly seen: CurrencySeen | null;
  readonly negative: boolean;
  /** Of a unit head. */
  readonly power: number | null;
}

function seenIn(shown: string, home: string | null): Seen {
  const head = takeUnitHead(plainText(shown));
  const text = head.rest
    .replaceAll(ASIDES, ' ')
    .replace(NO_CENTS, (_, mark: string) => `${mark}00`)
    .replace(NO_PAISE, '');
  const first = firstAmount(text);
  if (first === null) return { seen: null, negative: false, power: head.power };
  const inText = findCurrency(first.text, home);
  // A head names the currency of what stands below it: "(단위: 천원)" is won whatever the CRM counts in.
  const seen =
    head.sign !== null && inText.candidates === null
      ? { ...findCurrency(head.sign, home), rest: inText.rest }
      : inText;
  return { seen, negative: first.negative, power: head.power };
}

interface Figure {
  readonly decimal: string;
  readonly power: number;
  /** It carries its own unit: 만, k, Mio. */
  readonly scaled: boolean;
  readonly rounded: boolean;
}

/** The figure alone, with its short form if it has one; null when it is none or not clear. */
function figureOf(
  { rest, sign, candidates }: CurrencySeen,
  fraction: number | null,
  locale: string | null,
  currency: string | null,
): Figure | null {
  const text = rest.trim();
  if (hasCountingUnit(text)) {
    const counted = readCounted(text, candidates !== null);
    if (counted === null) return null;
    // People write 12만원; "₩12만" is how a page shortens 123,456.
    const rounded = counted.inexact || (counted.single && !COUNTED_BY_PEOPLE.has(sign ?? ''));
    return { decimal: counted.decimal, power: 0, scaled: true, rounded };
  }
  const match = /^(-?\s*(?:[\d.,'\u2019\u066b\u066c_]| (?=\d))+)\s*(\p{L}+\.?)?$/u.exec(text);
  if (!match) return null;
  const [, digits = '', word] = match;
  const power = word === undefined ? 0 : powerOfShort(word, locale, currency);
  if (power === null) return null;
  // A short form has as many decimals as somebody liked: the currency's digits say nothing.
  const read = readDecimal(digits.replace(/^-\s+/, '-'), { fraction: power > 0 ? null : fraction, locale });
  return read.kind === 'number'
    ? { decimal: read.decimal, power, scaled: power > 0, rounded: power > 0 }
    : null;
}

const COUNTED_BY_PEOPLE: ReadonlySet<string> = new Set(['원', '円', '元']);

/**
 * The first amount, its sign taken off. A figure wholly in brackets, or with a minus, is negative. A bracket may hold
 * the currency, or the same amount in another one; anything else in it could multiply ("in thousands"): null, as for
 * two signs.
 */
function firstAmount(text: string): { readonly text: string; readonly negative: boolean } | null {
  const unwrapped = text.replaceAll(/\(([^\d()]*)\)/g, (whole: string, inside: string) =>
    inside.trim() === '' || isCurrency(inside) ? ` ${inside} ` : whole,
  );
  const trimmed = unwrapped.trim();
  const wrapped = /^([^\d()]*)\(([^()]*\d[^()]*)\)([^\d()]*)$/.exec(trimmed);
  if (wrapped)
    return trimmed.includes('-')
      ? null
      : { text: `${wrapped[1]} ${wrapped[2]} ${wrapped[3]}`, negative: true };
  const [, bare = '', brackets = ''] = /^([^()]*)((?:\([^()]*\)\s*)*)$/.exec(trimmed) ?? [];
  if (bare === '' || (brackets !== '' && !isSameInAnother(brackets))) return null;
  const minus = /^([^\d-]*)-([^\d-]*\d[^-]*)$/.exec(bare) ?? /^([^-]*\d[^-\d]*)-([^\d-]*)$/.exec(bare);
  return minus ? { text: `${minus[1]} ${minus[2]}`, negative: true } : { text: bare, negative: false };
}

function isCurrency(text: string): boolean {
  const { candidates, rest } = findCurrency(text, null);
  return candidates !== null && rest.trim() === '';
}

/** "(USD 10,900.00)": an amount that names its currency. */
function isSameInAnother(bracket: string): boolean {
  const { candidates, rest } = findCurrency(bracket.trim().slice(1, -1), null);
  return (
    candidates !== null && /^-?[\d.,'\u2019\u066b\u066c ]*\d[\d.,'\u2019\u066b\u066c ]*$/.test(rest.trim())
  );
}

/**
 * How many digits after the point the currency has, where that helps: known currency, or a sign all of whose
 * currencies have the same. Null when it settles nothing.
 */
function fractionOf(
  named: string | null,
  candidates: readonly string[] | null,
  currency: string | null,
): number | null {
  if (named !== null) return exponentOf(named);
  if (candidates !== null && candidates.length > 0) {
    const all = new Set(candidates.map((code) => exponentOf(code)));
    if (all.size === 1) return [...all][0]!;
  }
  return currency === null ? null : exponentOf(currency);
}

function negated(decimal: string): string {
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`;
}
