/**
 * Exact rational numbers. Weights, targets and bands are decimals that people typed; a float sum of them misses
 * its own edge (0.9 × 200 against 60 × 3). Whatever decides a verdict is compared here, and becomes a float only
 * for display.
 */
export interface Fraction {
  readonly n: bigint;
  /** Always above 0; the pair is reduced. */
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };
export const HALF: Fraction = { n: 1n, d: 2n };

/** The decimal a number is written as: 0.1 is 1/10, not the binary value nearest to it. Throws on NaN and ±∞. */
export function fraction(value: number): Fraction {
  if (Number.isInteger(value) && Number.isSafeInteger(value)) return { n: BigInt(value), d: 1n };
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new RangeError(`not a finite number: ${value}`);
  const [, sign = '', whole = '0', part = '', exponent = '0'] = match;
  const power = Number(exponent) - part.length;
  const digits = BigInt(`${sign}${whole}${part}`);
  return power >= 0 ? { n: digits * 10n ** BigInt(power), d: 1n } : ratio(digits, 10n ** BigInt(-power));
}

/** n/d reduced. Throws RangeError when d is 0: callers decide first what a missing denominator means. */
export function ratio(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError('division by zero');
  if (n === 0n) return ZERO;
  const sign = d < 0n ? -1n : 1n;
  const common = gcd(n < 0n ? -n : n, d * sign);
  return { n: (n * sign) / common, d: (d * sign) / common };
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.n === 0n) return b;
  if (b.n === 0n) return a;
  return a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function sub(a: Fraction, b: Fraction): Fraction {
  return add(a, { n: -b.n, d: b.d });
}

export function mul(a: Fraction, b: Fraction): Fraction {
  return ratio(a.n * b.n, a.d * b.d);
}

/** Throws RangeError when b is 0. */
export function div(a: Fraction, b: Fraction): Fraction {
  return ratio(a.n * b.d, a.d * b.n);
}

export function sum(values: Iterable<Fraction>): Fraction {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

/** Below 0, 0 or above 0 as a is below, equal to or above b. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function clamp(value: Fraction, low: Fraction, high: Fraction): Fraction {
  if (compare(value, low) < 0) return low;
  return compare(value, high) > 0 ? high : value;
}

/** The greatest integer not above the value. */
export function floor(value: Fraction): bigint {
  const whole = value.n / value.d;
  return value.n < 0n && whole * value.d !== value.n ? whole - 1n : whole;
}

/** The double nearest to the value (within one unit in the last place). */
export function toNumber(value: Fraction): number {
  const { n, d } = value;
  const direct = Number(n);
  if (Number.isSafeInteger(direct) && d <= BigInt(Number.MAX_SAFE_INTEGER)) return direct / Number(d);
  const magnitude = n < 0n ? -n : n;
  // Enough bits that the truncated quotient still carries a whole mantissa.
  const shift = Math.max(0, 80 - (bits(magnitude) - bits(d)));
  const quotient = Number((magnitude << BigInt(shift)) / d);
  const scaled = shift > 1000 ? quotient / 2 ** 1000 / 2 ** (shift - 1000) : quotient / 2 ** shift;
  return n < 0n ? -scaled : scaled;
}

function bits(value: bigint): number {
  return value.toString(16).length * 4;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
