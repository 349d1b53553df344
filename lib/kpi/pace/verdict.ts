import {
  compare,
  div,
  floor,
  type Fraction,
  fraction,
  mul,
  toNumber,
} from '../../domain/calendar/fraction.ts';
import { poissonCdf } from '../stats.ts';
import type { Band, GuardUsed } from './result.ts';
import { type Bands, type Guard, GUARD_DEALS, GUARD_P, GUARD_U } from './terms.ts';

/** The band of value/base, edges included, compared exactly. `base` must be above 0. */
export function bandOf(value: Fraction, base: Fraction, bands: Bands): Band {
  const reaches = (edge: number): boolean => compare(value, mul(fraction(edge), base)) >= 0;
  if (reaches(bands.ahead)) return 'ahead';
  if (reaches(bands.on)) return 'on';
  return reaches(bands.watch) ? 'watch' : 'behind';
}

/** May "behind" be said of `actual` when `expected` (above 0) is due at position u? Source: facts §D2 "Noise guard". */
export function guardOf(guard: Guard, actual: Fraction, expected: Fraction, u: Fraction): GuardUsed {
  if (guard.kind === 'none') return { kind: 'none', p: null, deals: null, allows: true };
  if (guard.kind === 'count') {
    const p = poissonCdf(Number(floor(actual)), toNumber(expected));
    return { kind: 'count', p, deals: null, allows: p !== null && p < GUARD_P };
  }
  const deals = expectedDeals(guard, expected);
  const enough = deals !== null && compare(deals, fraction(GUARD_DEALS)) >= 0;
  const late = compare(u, fraction(GUARD_U)) >= 0;
  return { kind: 'money', p: null, deals: deals && toNumber(deals), allows: enough || late };
}

/** The guard when there is nothing to judge yet: it says so of nobody. */
export function guardIdle(guard: Guard): GuardUsed {
  return { kind: guard.kind, p: null, deals: null, allows: false };
}

function expectedDeals(guard: Extract<Guard, { kind: 'money' }>, expected: Fraction): Fraction | null {
  if (typeof guard.dealsExpectedByNow === 'number') return fraction(guard.dealsExpectedByNow);
  const size = guard.averageDeal;
  return typeof size === 'number' && size > 0 ? div(expected, fraction(size)) : null;
}
