import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  div,
  floor,
  fraction,
  mul,
  ratio,
  sub,
  toNumber,
} from '@/lib/domain/calendar/fraction';

describe('fraction', () => {
  it('reads a number as the decimal it is written as', () => {
    expect(fraction(0.1)).toEqual({ n: 1n, d: 10n });
    expect(fraction(-12.5)).toEqual({ n: -25n, d: 2n });
    expect(fraction(1.5e-7)).toEqual({ n: 3n, d: 20_000_000n });
    expect(fraction(1e21)).toEqual({ n: 10n ** 21n, d: 1n });
    expect(compare(add(fraction(0.1), fraction(0.2)), fraction(0.3))).toBe(0);
  });

  it('refuses what is no number, and division by zero', () => {
    for (const bad of [Number.NaN, Infinity, -Infinity]) expect(() => fraction(bad)).toThrow(RangeError);
    expect(() => div(fraction(1), fraction(0))).toThrow(RangeError);
  });

  it('floors towards minus infinity', () => {
    expect([floor(fraction(2.9)), floor(fraction(-2.1)), floor(fraction(-2)), floor(fraction(0))]).toEqual([
      2n,
      -3n,
      -2n,
      0n,
    ]);
  });

  it('gives every double back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => toNumber(fraction(x)) === x),
    );
  });

  it('divides large integers to the nearest double', () => {
    const big = fc.bigInt({ min: 1n, max: 10n ** 40n });
    fc.assert(
      fc.property(big, big, (a, b) => {
        const got = toNumber(ratio(a, b));
        // The exact value lies within one part in 2^52 of the double.
        const error = sub(ratio(a, b), fraction(got));
        return (
          compare(
            mul({ n: error.n < 0n ? -error.n : error.n, d: error.d }, fraction(2 ** 52)),
            ratio(a, b),
          ) <= 0
        );
      }),
    );
  });

  it('obeys the rules of arithmetic', () => {
    const any = fc
      .tuple(fc.bigInt({ min: -999n, max: 999n }), fc.bigInt({ min: 1n, max: 999n }))
      .map(([n, d]) => ratio(n, d));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(mul(a, add(b, c))).toEqual(add(mul(a, b), mul(a, c)));
        expect(add(sub(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(mul(div(a, b), b)).toEqual(a);
      }),
    );
  });
});
