/** Korean and its neighbours count in ten thousands: 만 10^4, 억 10^8, 조 10^12, and 백 천 within them. */
const BIG: Readonly<Record<string, number>> = { 만: 4, 万: 4, 萬: 4, 억: 8, 億: 8, 亿: 8, 조: 12, 兆: 12 };
const SMALL: Readonly<Record<string, number>> = { 천: 3, 千: 3, 백: 2, 百: 2 };
const UNITS = '만万萬억億亿조兆천千백百';

/** Heads over columns that multiply what stands below: "(단위: 천원)", "(백만원)". Powers of ten. */
const HEAD =
  /\(\s*(?:단위\s*:?\s*)?(천|만|십만|백만|천만|억|십억)?\s*원\s*\)|단위\s*:\s*(천|만|십만|백만|천만|억|십억)?\s*원/;
const HEADS: Readonly<Record<string, number>> = { 천: 3, 만: 4, 십만: 5, 백만: 6, 천만: 7, 억: 8, 십억: 9 };

/** Takes a unit head out of the text. `power` is null when there is none; 0 for "(단위: 원)". */
export function takeUnitHead(text: string): { readonly power: number | null; readonly rest: string } {
  const found = HEAD.exec(text);
  if (!found) return { power: null, rest: text };
  const unit = found[1] ?? found[2];
  return { power: unit === undefined ? 0 : HEADS[unit]!, rest: text.replace(found[0], ' ') };
}

export function hasCountingUnit(text: string): boolean {
  return new RegExp(`\\d\\s*[${UNITS}]`).test(text);
}

/**
 * "1억 2,000만", "3천만", "120백만", "1.2억" as a plain decimal; null when it is none of these. Parts must fall in
 * size: "2만 1억" is nobody's number.
 */
export function readCounted(text: string): { readonly decimal: string; readonly inexact: boolean } | null {
  const compact = text.replaceAll(' ', '');
  if (!new RegExp(`^-?(?:[\\d.,]+[${UNITS}]*)+$`).test(compact)) return null;
  const negative = compact.startsWith('-');
  let total = 0n;
  let lastPower = Number.POSITIVE_INFINITY;
  let inexact = false;
  for (const [, digits = '', units = ''] of compact.matchAll(new RegExp(`([\\d.,]+)([${UNITS}]*)`, 'g'))) {
    const power = powerOf(units);
    const plain = plainDigits(digits);
    if (power === null || plain === null || power >= lastPower) return null;
    lastPower = power;
    const [whole = '', fraction = ''] = plain.split('.');
    if (fraction.length > power) return null;
    if (fraction !== '') inexact = true;
    total += BigInt(whole + fraction.padEnd(power, '0'));
  }
  return { decimal: `${negative ? '-' : ''}${total}`, inexact };
}

/** 천만 = 3 + 4; two big units in a row are no unit. */
function powerOf(units: string): number | null {
  let power = 0;
  let big = false;
  for (const unit of units) {
    if (big) return null;
    power += SMALL[unit] ?? BIG[unit] ?? 0;
    big = unit in BIG;
  }
  return power;
}

/** Korea writes 1,234.5 only. */
function plainDigits(digits: string): string | null {
  if (/^\d+(\.\d+)?$/.test(digits)) return digits;
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : null;
}
