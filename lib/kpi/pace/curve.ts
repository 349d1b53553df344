import {
  add,
  div,
  floor,
  type Fraction,
  fraction,
  mul,
  ONE,
  ratio,
  sub,
  sum,
  toNumber,
  ZERO,
} from '../../domain/calendar/fraction.ts';
import { monthIndex, monthsIn } from '../../domain/calendar/periods.ts';
import type { DayRange, WorkPeriod } from '../../domain/calendar/workdays.ts';
import type { CurveUsed } from './result.ts';
import type { Curve } from './terms.ts';

/** Periods of prior belief in a straight line: λ = n/(n+4). Source: facts §D2. */
const PRIOR_PERIODS = 4;

export interface CurvePoint {
  /** C(u), exact; 0 when there is no rep-day. */
  readonly share: Fraction;
  readonly used: CurveUsed;
}

/** C at the present position of the period. `u` is null when there is no rep-day; C is then undefined. */
export function curveAt(curve: Curve, u: Fraction | null, work: WorkPeriod, period: DayRange): CurvePoint {
  const plain = { kind: curve.kind, n: null, lambda: null, h: null, fallback: null } as const;
  if (u === null) return { share: ZERO, used: { ...plain, share: null } };
  if (curve.kind === 'linear') return { share: u, used: { ...plain, share: toNumber(u) } };
  if (curve.kind === 'seasonal') return seasonal(curve.history, u);
  const share = monthly(curve.percents, work, period);
  if (share === null)
    return { share: u, used: { ...plain, share: toNumber(u), fallback: 'no-weighted-days' } };
  return { share, used: { ...plain, share: toNumber(share) } };
}

/** C(u) = λ·H(u) + (1 − λ)·u. Past periods with a total of 0 or less say nothing about a shape and do not count. */
function seasonal(history: readonly (readonly number[])[], u: Fraction): CurvePoint {
  const shares = history.map((amounts) => cumulativeShare(amounts, u)).filter((share) => share !== null);
  const n = shares.length;
  const used = { kind: 'seasonal', n, fallback: null } as const;
  if (n === 0) return { share: u, used: { ...used, share: toNumber(u), lambda: 0, h: null } };
  const lambda = ratio(BigInt(n), BigInt(n + PRIOR_PERIODS));
  const h = div(sum(shares), fraction(n));
  const share = add(mul(lambda, h), mul(sub(ONE, lambda), u));
  return { share, used: { ...used, share: toNumber(share), lambda: toNumber(lambda), h: toNumber(h) } };
}

/** A past period of m days read at position u·m, linear between days. Null when its total is 0 or less. */
function cumulativeShare(amounts: readonly number[], u: Fraction): Fraction | null {
  const total = sum(amounts.map(fraction));
  if (total.n <= 0n) return null;
  const position = mul(u, fraction(amounts.length));
  const whole = Number(floor(position));
  const before = sum(amounts.slice(0, whole).map(fraction));
  const rest = mul(sub(position, fraction(whole)), fraction(amounts[whole] ?? 0));
  return div(add(before, rest), total);
}

/**
 * Each month's percent, earned evenly over the rep's working days in that month. A month in which the rep has none
 * cannot earn its part; the parts of the others stand for the whole, so that C is 1 after the last working day.
 * Null when no month with a weight has a working day.
 */
function monthly(percents: readonly number[], work: WorkPeriod, period: DayRange): Fraction | null {
  const months = monthsIn(period);
  let earned = ZERO;
  let whole = ZERO;
  months.forEach((month, index) => {
    const days = work.days.filter((entry) => monthIndex(entry.day) === monthIndex(month));
    const weight = sum(days.map((entry) => entry.rep));
    if (weight.n === 0n) return;
    const percent = fraction(percents[index] ?? 0);
    whole = add(whole, percent);
    earned = add(earned, mul(percent, div(sum(days.map((entry) => entry.elapsed)), weight)));
  });
  return whole.n === 0n ? null : div(earned, whole);
}
