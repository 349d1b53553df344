import { floor, fraction, mul, sub, toNumber } from '../domain/calendar/fraction.ts';

/** z of a two-sided 95 % interval. */
export const Z95 = 1.959963984540054;

/** Below this many cases a rate is "few data" and declares nothing (facts §D1, §D15). */
export const FEW = 10;

/** Terms smaller than this share of the sum no longer change a double. */
const NEGLIGIBLE = 1e-18;

/**
 * P(X ≤ count) for a Poisson mean: the chance of doing no better than `count` when `mean` is expected. A fractional
 * count is floored. Null for a mean that is negative or not finite, or a count that is NaN.
 * Sums from the larger side of the pair inward, each term from Loader's saddle-point form, so it neither
 * overflows nor loses digits for large means.
 */
export function poissonCdf(count: number, mean: number): number | null {
  if (Number.isNaN(count) || !Number.isFinite(mean) || mean < 0) return null;
  const k = Math.floor(count);
  if (k < 0) return 0;
  if (mean === 0 || k === Infinity) return 1;
  if (k < mean) return Math.min(1, tail(k, mean, -1));
  return Math.max(0, 1 - tail(k + 1, mean, 1));
}

/** Σ of Poisson probabilities from k downward (step −1) or upward (step 1), away from the mean. */
function tail(k: number, mean: number, step: 1 | -1): number {
  let term = poissonPmf(k, mean);
  let total = 0;
  for (let at = k; term > total * NEGLIGIBLE && at >= 0;) {
    total += term;
    term *= step === -1 ? at / mean : mean / (at + 1);
    at += step;
  }
  return total;
}

/** C. Loader, "Fast and accurate computation of binomial probabilities" (2000), §4. */
function poissonPmf(k: number, mean: number): number {
  if (k === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(2 * Math.PI * k);
}

/** ln k! minus Stirling's formula: exact sums below 16, its series above. */
function stirlingError(k: number): number {
  if (k < 16) {
    let logFactorial = 0;
    for (let i = 2; i <= k; i += 1) logFactorial += Math.log(i);
    return logFactorial - (k + 0.5) * Math.log(k) + k - 0.5 * Math.log(2 * Math.PI);
  }
  const k2 = k * k;
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / k2) / k2) / k2) / k;
}

/** k·ln(k/mean) + mean − k, by its series where the plain form would cancel. */
function deviance(k: number, mean: number): number {
  const gap = k - mean;
  if (Math.abs(gap) >= 0.1 * (k + mean)) return k * Math.log(k / mean) - gap;
  const v = gap / (k + mean);
  let power = 2 * k * v;
  let total = gap * v;
  for (let j = 1; ; j += 1) {
    power *= v * v;
    const next = total + power / (2 * j + 1);
    if (next === total) return total;
    total = next;
  }
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson score interval of k out of n, 95 % unless another z is given. Null when n is 0 or k lies outside 0…n. */
export function wilson(k: number, n: number, z: number = Z95): Interval | null {
  if (!(n > 0) || !(k >= 0) || k > n || !Number.isFinite(n)) return null;
  const p = k / n;
  const z2 = z * z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const reach = (z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  // At the ends the bound is 0 or 1 exactly; the float form misses it by a digit.
  return { low: k === 0 ? 0 : Math.max(0, centre - reach), high: k === n ? 1 : Math.min(1, centre + reach) };
}

/**
 * The share p (0…1) quantile by linear interpolation between order statistics (Hyndman and Fan's type 7). Null for no
 * values, a value that is not finite, or p outside 0…1.
 */
export function percentile(values: readonly number[], p: number): number | null {
  if (values.length === 0 || !(p >= 0 && p <= 1) || !values.every(Number.isFinite)) return null;
  const sorted = values.toSorted((a, b) => a - b);
  // 0.29 × 100 is 28.999… in floats: the 29th value would be missed by a hair.
  const position = mul(fraction(sorted.length - 1), fraction(p));
  const below = Number(floor(position));
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, sorted.length - 1)];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * toNumber(sub(position, fraction(below)));
}

/** The middle value; the mean of the two in the middle for an even number. Null for no values. */
export function median(values: readonly number[]): number | null {
  return percentile(values, 0.5);
}
