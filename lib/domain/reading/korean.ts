/** Korean and its neighbours count in ten thousands: 만 10^4, 억 10^8, 조 10^12, and 천 백 십 within them. */
const BIG: Readonly<Record<string, number>> = { 만: 4, 万: 4, 萬: 4, 억: 8, 億: 8, 亿: 8, 조: 12, 兆: 12 };
const SMALL: Readonly<Record<string, number>> = { 천: 3, 千: 3, 백: 2, 百: 2, 십: 1, 十: 1 };
const BIGS = Object.keys(BIG).join('');
const SMALLS = Object.keys(SMALL).join('');

/** Heads over columns that multiply what stands below: "(단위: 천원)", "(백만원)", "(単位：千円)". */
const UNIT = `([${SMALLS}]?[${BIGS}]|[${SMALLS}])?`;
const NAME = '(?:단위|単位|單位|单位)';
const HEAD = new RegExp(
  `\\(\\s*(?:${NAME}\\s*:?\\s*)?${UNIT}\\s*([원円元])\\s*\\)|${NAME}\\s*:\\s*${UNIT}\\s*([원円元])`,
);

const FIGURE = new RegExp(`(\\d[\\d.,]*)([${SMALLS}]?)([${BIGS}]?)`, 'g');
const COUNTED = new RegExp(`^-?(?:\\d[\\d.,]*[${SMALLS}]?[${BIGS}]?)+$`);

export interface UnitHead {
  /** Power of ten; null when there is no head, 0 for "(단위: 원)". */
  readonly power: number | null;
  /** The currency's word in it. */
  readonly sign: string | null;
  readonly rest: string;
}

/** Takes a unit head out of the text. */
export function takeUnitHead(text: string): UnitHead {
  const found = HEAD.exec(text);
  if (!found) return { power: null, sign: null, rest: text };
  const unit = found[1] ?? found[3] ?? '';
  const power = [...unit].reduce((sum, one) => sum + (SMALL[one] ?? BIG[one] ?? 0), 0);
  return { power, sign: found[2] ?? found[4] ?? null, rest: text.replace(found[0], ' ') };
}

export function hasCountingUnit(text: string): boolean {
  return new RegExp(`\\d\\s*[${BIGS}${SMALLS}]`).test(text);
}

export interface Counted {
  readonly decimal: string;
  /** "1.2억": nobody knows how much of it was rounded away. */
  readonly inexact: boolean;
  /** "12만": one figure and one unit, as pages shorten amounts. */
  readonly single: boolean;
}

/**
 * "1억 2,000만", "3천5백만", "120백만", "1.2억" as a plain decimal; null when it is none of these. Parts must fall in
 * size: "2만 1억" is nobody's number. `named`: the currency stands beside it, so that nothing behind can have been left
 * off: "1억 5,000" may mean 1억 5,000만, "1억 5,000원" does not. "1억 5천" is what people say for 1억 5천만, with 원 or
 * without, and stays unclear.
 */
export function readCounted(text: string, named: boolean): Counted | null {
  const compact = text.replaceAll(' ', '');
  const figures = [...compact.matchAll(FIGURE)].map(([, digits = '', small = '', big = '']) => ({
    plain: plainDigits(digits),
    small: SMALL[small] ?? 0,
    big: BIG[big] ?? 0,
  }));
  const [first] = figures;
  if (!COUNTED.test(compact) || !first) return null;
  const sign = compact.startsWith('-') ? '-' : '';
  if (figures.length === 1) {
    const [whole = '', fraction = ''] = first.plain?.split('.') ?? [];
    const power = first.small + first.big;
    if (whole === '' || fraction.length > power) return null;
    const decimal = sign + BigInt(whole + fraction.padEnd(power, '0'));
    return { decimal, inexact: fraction !== '', single: true };
  }
  const total = sumOf(figures, named);
  return total === null ? null : { decimal: `${sign}${total}`, inexact: false, single: false };
}

/** Parts below a big unit (3천 5백) add up and are multiplied by it; each part and each unit is smaller than the last. */
function sumOf(
  figures: readonly { readonly plain: string | null; readonly small: number; readonly big: number }[],
  named: boolean,
): bigint | null {
  let total = 0n;
  let section = 0n;
  let lastPart: bigint | null = null;
  let lastUnit: bigint | null = null;
  for (const { plain, small, big } of figures) {
    if (plain === null || plain.includes('.')) return null;
    const part = 10n ** BigInt(small);
    const value = BigInt(plain) * part;
    if (lastPart !== null && value >= lastPart) return null;
    section += value;
    lastPart = part;
    if (big === 0) continue;
    const unit = 10n ** BigInt(big);
    if (lastUnit !== null && (unit >= lastUnit || section * unit >= lastUnit)) return null;
    total += section * unit;
    section = 0n;
    lastPart = null;
    lastUnit = unit;
  }
  if (lastPart !== null && lastUnit !== null) {
    const leftOff = lastPart > 1n ? lastUnit > 10_000n : !named;
    if (leftOff || section >= lastUnit) return null;
  }
  return total + section;
}

/** Korea writes 1,234.5 only. */
function plainDigits(digits: string): string | null {
  if (/^\d+(\.\d+)?$/.test(digits)) return digits;
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : null;
}
