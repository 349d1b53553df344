import type { Language } from '@/lib/domain/settings';
import type { Progress } from '@/lib/rpc/view';
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

/** The target as it can be reached: for a part of a period it may come to 51.9 calls, and then it takes 52. */
export function targetToReach({ figure, goal, pace }: Progress): number {
  const target = pace?.target ?? goal.target;
  return figure.unit === 'count' && pace?.restOfPeriod === true ? Math.ceil(target - 1e-9) : target;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
