import { exponentOf, minorFromDecimal, type Money } from '../money.ts';
import { findCurrency } from './currency.ts';
import { readDecimal } from './decimal.ts';
import { plainText } from './digits.ts';
import { hasCountingUnit, readCounted, takeUnitHead } from './korean.ts';

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

/** Short forms of powers of ten that mean the same wherever they are written. */
const SHORT: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|tsd\.?|mil|tys\.?|bin|rb)$/i, 3],
  [/^(?:m|mm|mn|mio\.?|mln\.?|mi|mill?\.?)$/i, 6],
  [/^(?:bn|mrd\.?|md|mld\.?)$/i, 9],
  [/^(?:l|lakhs?)$/i, 5],
  [/^(?:cr\.?|crores?)$/i, 7],
];
/** Short forms that need the language: B is a thousand in Turkish, a billion in English; tn likewise in Swedish. */
const BY_LANGUAGE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  tr: { b: 3 },
  en: { b: 9, t: 12, tn: 12 },
  sv: { tn: 3 },
  pt: { bi: 9 },
};

/**
 * Money as a page shows it. Of two amounts ("EUR 10.000,00 (USD 10,900.00)") the first counts. Ranges, unknown
 * words and figures that could be two things are not understood: their value is null.
 */
export function readMoney(shown: string, hints: MoneyHints): MoneyReading {
  const head = takeUnitHead(plainText(shown));
  const first = firstAmount(head.rest.replaceAll(ASIDES, ' '));
  const seen = findCurrency(first.text, hints.home);
  const currency = hints.own ?? seen.currency ?? (seen.candidates === null ? hints.home : null);
  const digits = fractionOf(hints.own ?? seen.currency, seen.candidates, currency);
  const figure = figureOf(seen.rest.trim(), digits, hints.locale);
  if (figure === null) return UNCLEAR;
  // "3천만원 (단위: 천원)" would multiply twice.
  if (head.power !== null && figure.scaled) return UNCLEAR;
  const decimal = shift(figure.decimal, figure.power + (head.power ?? 0));
  const minor = minorFromDecimal(first.negative ? negated(decimal) : decimal, currency);
  if (minor === null) return UNCLEAR;
  return { value: { minor, currency }, confidence: 'exact', rounded: figure.rounded };
}

/** The currency an amount is in: the record's own, what the text names, else the CRM's. Null when not certain. */
export function currencyOf(shown: string, hints: Pick<MoneyHints, 'own' | 'home'>): string | null {
  if (hints.own !== null) return hints.own;
  const { currency, candidates } = findCurrency(firstAmount(plainText(shown)).text, hints.home);
  return currency ?? (candidates === null ? hints.home : null);
}

interface Figure {
  readonly decimal: string;
  readonly power: number;
  /** It carries its own unit: 만, k, Mio. */
  readonly scaled: boolean;
  readonly rounded: boolean;
}

/** The figure alone, with its short form if it has one; null when it is none or not clear. */
function figureOf(text: string, fraction: number | null, locale: string | null): Figure | null {
  if (hasCountingUnit(text)) {
    const counted = readCounted(text);
    return counted && { decimal: counted.decimal, power: 0, scaled: true, rounded: counted.inexact };
  }
  const match = /^(-?\s*(?:[\d.,'\u2019\u066b\u066c_]| (?=\d))+)\s*(\p{L}+\.?)?$/u.exec(text);
  if (!match) return null;
  const [, digits = '', word] = match;
  const power = word === undefined ? 0 : powerOf(word, locale);
  if (power === undefined) return null;
  // A short form has as many decimals as somebody liked: the currency's digits say nothing.
  const read = readDecimal(digits.replace(/^-\s+/, '-'), { fraction: power > 0 ? null : fraction, locale });
  return read.kind === 'number'
    ? { decimal: read.decimal, power, scaled: power > 0, rounded: power > 0 }
    : null;
}

function powerOf(word: string, locale: string | null): number | undefined {
  const language = locale?.split('-')[0]?.toLowerCase() ?? '';
  const known = SHORT.find(([pattern]) => pattern.test(word))?.[1];
  return known ?? BY_LANGUAGE[language]?.[word.replace('.', '').toLowerCase()];
}

/** Everything before a second amount in brackets; a figure wholly in brackets, or behind a minus, is negative. */
function firstAmount(text: string): { readonly text: string; readonly negative: boolean } {
  const trimmed = text.trim();
  const wrapped = /^([^\d()]*)\(([^()]*\d[^()]*)\)([^\d()]*)$/.exec(trimmed);
  if (wrapped) return { text: `${wrapped[1]} ${wrapped[2]} ${wrapped[3]}`, negative: true };
  const open = trimmed.indexOf('(');
  const first = open > 0 && /\d/.test(trimmed.slice(0, open)) ? trimmed.slice(0, open) : trimmed;
  const bare = first.replaceAll(/\(\s*\)/g, ' ').trim();
  const minus = /^(\D*)-(\D*\d[^-]*)$/.exec(bare) ?? /^([^-]*\d[^-\d]*)-(\D*)$/.exec(bare);
  return minus ? { text: `${minus[1]} ${minus[2]}`, negative: true } : { text: bare, negative: false };
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

/** A plain decimal times ten to the power, without a float. */
function shift(decimal: string, power: number): string {
  if (power === 0) return decimal;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(decimal) ?? [];
  const moved = fraction.padEnd(power, '0');
  return `${sign}${whole}${moved.slice(0, power)}${moved.length > power ? `.${moved.slice(power)}` : ''}`;
}
