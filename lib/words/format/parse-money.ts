import { exponentOf, minorFromDecimal } from '../../domain/money.ts';
import { findCurrency } from '../../domain/reading/currency.ts';
import { plainText } from '../../domain/reading/digits.ts';
import { hasCountingUnit, readCounted, takeUnitHead } from '../../domain/reading/korean.ts';
import { shift } from '../../domain/reading/shift.ts';

/** What one written unit multiplies by, as a power of ten. */
const UNITS: Readonly<Record<string, number>> = { k: 3, m: 6, mn: 6, b: 9, bn: 9 };

/**
 * An amount typed by a person ("48,000", "48k", "€1.2m", "3천만원", "120백만원", "1억 2,000만원") in minor units;
 * null when it is not one amount, names another currency, or says more than the currency's smallest coin: nothing
 * typed is rounded. `head` is a table's unit line such as "단위: 천원". Point is decimal and comma groups: what a person
 * types into our own fields, not what a CRM page shows in its locale.
 */
export function parseMoney(text: string, currency: string | null, head?: string): number | null {
  const { candidates, rest } = findCurrency(plainText(text), currency);
  if (candidates !== null && currency !== null && !candidates.includes(currency)) return null;
  const amount = rest.trim();
  const { power } = takeUnitHead(head ?? '');
  const counted = hasCountingUnit(amount);
  // "3천만원" under "(단위: 천원)" would multiply twice.
  if (counted && power !== null) return null;
  const decimal = counted ? readCounted(amount, candidates !== null)?.decimal : plainDecimal(amount);
  if (decimal === undefined || decimal.startsWith('-')) return null;
  const scaled = shift(decimal, power ?? 0);
  const cents = scaled.split('.')[1]?.replace(/0+$/, '') ?? '';
  return cents.length > exponentOf(currency) ? null : minorFromDecimal(scaled, currency);
}

function plainDecimal(text: string): string | undefined {
  const [, whole, fraction = '', unit = ''] =
    /^(\d+|[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?\s*(k|mn|m|bn|b)?$/i.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return shift(`${whole.replaceAll(',', '')}${fraction}`, UNITS[unit.toLowerCase()] ?? 0);
}
