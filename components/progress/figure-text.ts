import type { Language } from '@/lib/domain/settings';
import { money } from '@/lib/words/format/money';

/** A figure's value as text; null (unknown) is a dash and never 0. Money in minor units, ratios 0…1. */
export function figureText(
  language: Language,
  unit: 'count' | 'money' | 'ratio',
  value: number | null,
  currency: string | null,
  length: 'full' | 'short' = 'full',
): string {
  if (value === null) return '—';
  if (unit === 'money') return money(language, value, currency, length);
  if (unit === 'ratio') return language === 'ko' ? `${round(value * 100)}%` : `${round(value * 100)} %`;
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
