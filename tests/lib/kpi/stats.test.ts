import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, percentile, poissonCdf, wilson } from '@/lib/kpi/stats';

describe('poissonCdf', () => {
  it('gives the values of the definition', () => {
    expect(poissonCdf(2, 4)).toBeCloseTo(13 * Math.exp(-4), 14);
    expect(poissonCdf(2, 4)).toBeCloseTo(0.238, 3);
    expect(poissonCdf(150, 2000 / 11)).toBeCloseTo(0.0086, 4);
    expect(poissonCdf(0, 3)).toBeCloseTo(Math.exp(-3), 15);
  });

  it('sums the textbook series for small means', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0.01, max: 40, noNaN: true }),
        (k, mean) => {
          let term = Math.exp(-mean);
          let total = term;
          for (let i = 1; i <= k; i += 1) total += term *= mean / i;
          expect(poissonCdf(k, mean)).toBeCloseTo(Math.min(1, total), 11);
        },
      ),
    );
  });

  it('is stable for large means: near the mean it is the normal law with its first correction', () => {
    for (const mean of [1e4, 1e6, 1e8]) {
      const spread = Math.sqrt(mean);
      // Edgeworth at the mean: 1/2 + (2/3 + …)/√(2π·mean)
      expect(poissonCdf(mean, mean)).toBeCloseTo(0.5 + 2 / 3 / (spread * Math.sqrt(2 * Math.PI)), 7);
      expect(poissonCdf(mean - 40 * spread, mean)).toBeLessThan(1e-100);
      expect(poissonCdf(mean + 40 * spread, mean)).toBe(1);
    }
  });

  it('floors fractions, knows nothing below 0, and is certain when nothing is expected', () => {
    expect(poissonCdf(2.9, 4)).toBe(poissonCdf(2, 4));
    expect([poissonCdf(-1, 4), poissonCdf(-0.5, 4), poissonCdf(0, 0), poissonCdf(7, 0)]).toEqual([
      0, 0, 1, 1,
    ]);
  });

  it('has no answer for what is no mean', () => {
    expect([
      poissonCdf(1, -1),
      poissonCdf(1, Number.NaN),
      poissonCdf(Number.NaN, 1),
      poissonCdf(1, Infinity),
    ]).toEqual(Array.from({ length: 4 }, () => null));
  });

  it('rises with the count and falls with the mean', () => {
    const mean = fc.double({ min: 0.1, max: 5000, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), mean, mean, (k, a, b) => {
        const p = poissonCdf(k, a)!;
        expect(p >= 0 && p <= 1).toBe(true);
        expect(poissonCdf(k + 1, a)!).toBeGreaterThanOrEqual(p - 1e-12);
        expect(poissonCdf(k, Math.max(a, b))!).toBeLessThanOrEqual(poissonCdf(k, Math.min(a, b))! + 1e-12);
      }),
    );
  });
});

describe('wilson', () => {
  it('gives [0.201, 0.306] for 65 of 260', () => {
    const interval = wilson(65, 260)!;
    expect(interval.low).toBeCloseTo(0.201, 3);
    expect(interval.high).toBeCloseTo(0.306, 3);
  });

  it('solves the score equation at its bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const [k, n] = [Math.min(a, b), a + b];
        const { low, high } = wilson(k, n)!;
        for (const bound of [low, high]) {
          const z = (k / n - bound) / Math.sqrt((bound * (1 - bound)) / n);
          expect(Math.abs(z)).toBeCloseTo(1.959963984540054, 6);
        }
      }),
    );
  });

  it('touches 0 and 1 exactly at the ends, and has nothing to say of nothing', () => {
    expect([wilson(0, 12)!.low, wilson(12, 12)!.high]).toEqual([0, 1]);
    expect([wilson(0, 0), wilson(3, 2), wilson(-1, 2), wilson(Number.NaN, 2)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('percentile and median', () => {
  it('interpolate linearly (type 7)', () => {
    expect(percentile([4, 1, 3, 2], 0.25)).toBe(1.75);
    expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBeCloseTo(9.1, 12);
    expect([percentile([7], 0.8), percentile([1, 9], 0), percentile([1, 9], 1)]).toEqual([7, 1, 9]);
    expect([median([5, 1, 3]), median([4, 1, 3, 2])]).toEqual([3, 2.5]);
  });

  it('find a rank without float noise: 29 % of a hundred steps is the 29th', () => {
    const ranks = (count: number) => Array.from({ length: count + 1 }, (_, at) => at * 1000);
    expect(percentile(ranks(100), 0.29)).toBe(29_000);
    expect(percentile(ranks(3), 0.05)).toBe(150);
    expect(percentile(ranks(70), 0.7)).toBe(49_000);
  });

  it('are null for nothing, for NaN and for a share outside 0…1', () => {
    expect([median([]), percentile([1, Number.NaN], 0.5), percentile([1], 1.1)]).toEqual([null, null, null]);
  });

  it('leave the list as it was', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});
