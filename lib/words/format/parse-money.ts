import { minorFromDecimal } from '../../domain/money.ts';

/** What one written unit multiplies by; Korean heads ("단위: 천원") use the same words. */
const UNITS: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  천: 1e3,
  만: 1e4,
  십만: 1e5,
  백만: 1e6,
  천만: 1e7,
  억: 1e8,
  십억: 1e9,
  조: 1e12,
};

const PIECE = /(\d[\d,]*(?:\.\d+)?)\s*(십억|천만|백만|십만|조|억|만|천|bn|mn|k|m|b)?/giy;

/**
 * An amount typed by a person ("48,000", "48k", "€1.2m", "3천만원", "120백만원", "1억 2,000만원") in minor units;
 * null when it is not one amount. `head` is a table's unit line such as "단위: 천원". Point is decimal and comma
 * groups: what a person types into our own fields, not what a CRM page shows in its locale.
 */
export function parseMoney(text: string, currency: string | null, head?: string): number | null {
  const bare = text
    .trim()
    .replace(/^[A-Z]{3}\s*|[₩$€£¥]\s*/g, '')
    .replace(/\s*(원|[A-Z]{3})$/, '')
    .trim();
  if (bare === '') return null;
  let at = 0;
  let total = 0;
  let previous = Infinity;
  let latin = false;
  while (at < bare.length) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(bare);
    if (match === null) return null;
    const [whole, digits, unit = ''] = match;
    if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(digits!)) return null;
    const factor = unit === '' ? 1 : UNITS[unit.toLowerCase()]!;
    // "1억 2,000만" falls from unit to unit; "2만 3억", "12 13" or "12k5" is not one amount.
    if (factor >= previous || latin) return null;
    latin = /[a-z]/i.test(unit);
    previous = factor;
    total += Number(digits!.replaceAll(',', '')) * factor;
    at += whole.length;
    while (bare[at] === ' ') at += 1;
  }
  const scaled = total * headFactor(head);
  return Number.isFinite(scaled) ? minorFromDecimal(plain(scaled), currency) : null;
}

function headFactor(head: string | undefined): number {
  const unit = /단위\s*[:：]?\s*(십억|천만|백만|십만|조|억|만|천)?\s*원/.exec(head ?? '')?.[1];
  return unit === undefined ? 1 : UNITS[unit]!;
}

/** No exponent, no float tail: 1.2 × 1e6 must be "1200000". */
function plain(value: number): string {
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 6 });
}
