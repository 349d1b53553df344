import type { Unit } from '@/lib/kpi/shape';
import { parseMoney } from '@/lib/words/format/parse-money';

/**
 * A target as typed: whole number for counts, money by its currency to minor units, per cent to 0…1. Null when it is
 * nothing above 0 of that kind.
 */
export function parseTarget(text: string, unit: Unit, currency: string | null): number | null {
  if (unit === 'money') {
    const minor = parseMoney(text, currency);
    return minor !== null && minor > 0 ? minor : null;
  }
  const plain = text.trim().replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  if (unit === 'count') return /^\d{1,9}$/.test(plain) && Number(plain) > 0 ? Number(plain) : null;
  const percent = /^(\d{1,3}(?:\.\d{1,2})?)\s*%?$/.exec(plain)?.[1];
  const share = percent === undefined ? 0 : Number(percent) / 100;
  return share > 0 && share <= 1 ? share : null;
}
