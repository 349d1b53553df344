import { describe, expect, it } from 'vitest';
import { pace } from '@/lib/kpi/pace/pace';
import type { Curve } from '@/lib/kpi/pace/terms';
import { at, off, working } from '../../domain/calendar/support';
import { figures, plain, range } from './support';

const seasonal = (...history: number[][]): { curve: Curve } => ({ curve: { kind: 'seasonal', history } });
const flat = Array.from({ length: 20 }, () => 1);
/** Nothing in the first ten days, everything in the last ten. */
const late = [...Array.from({ length: 10 }, () => 0), ...Array.from({ length: 10 }, () => 1)];

describe('a seasonal curve', () => {
  it('is λ·H(u) + (1 − λ)·u with λ = n/(n+4)', () => {
    const one = figures(plain, seasonal(late)).curve;
    expect(one).toMatchObject({ n: 1, lambda: 0.2, h: 0, share: 0.4 });
    const four = figures(plain, seasonal(late, late, late, flat)).curve;
    expect(four).toMatchObject({ n: 4, lambda: 0.5, h: 0.125, share: 0.3125 });
  });

  it('is a straight line without history', () => {
    expect(figures(plain, seasonal()).curve).toMatchObject({ n: 0, lambda: 0, h: null, share: 0.5 });
  });

  it('drops periods with a total of 0 or less from the mean and from n', () => {
    expect(figures(plain, seasonal(late, [], [0, 0], [5, -9])).curve).toEqual(
      figures(plain, seasonal(late)).curve,
    );
  });

  it('reads a period of another length at u·m, linear between its days', () => {
    // Three days of 1, 2 and 3: at u = 1/2 the position is 1.5 days, half of the second.
    expect(figures(plain, seasonal([1, 2, 3])).curve.h).toBe(2 / 6);
    expect(figures(plain, { ...seasonal([1, 2, 3]), now: at('2026-06-05', '00:00') }).curve.h).toBe(0.1);
  });

  it('reaches 1 at the end whatever the history', () => {
    const end = { now: at('2026-06-26', '18:00') };
    expect(figures(plain, { ...seasonal([1, 2, 3], late), ...end }).curve.share).toBe(1);
  });

  it('moves expectation, index and projection but leaves needed per day and days behind linear', () => {
    const result = figures(plain, { ...seasonal(late), actual: 30 });
    expect(result).toMatchObject({
      expected: 40,
      paceIndex: 0.75,
      projection: 75,
      requiredPerDay: 7,
      daysBehind: 2,
    });
  });

  it('projects by C(u), not by u', () => {
    const early = { now: at('2026-06-03', '00:00'), actual: 10 }; // u = 0.1
    expect(figures(plain, { ...seasonal(late), ...early }).projection).toBeNull(); // C = 0.08
    expect(figures(plain, early).projection).toBe(100);
  });

  it('has not started while the curve expects nothing', () => {
    const monthly = {
      curve: { kind: 'monthly', percents: [0, 100] } as const,
      period: range('2026-06-01', '2026-08-01'),
    };
    expect(figures(plain, { ...monthly, actual: 5 })).toMatchObject({
      status: 'not_started',
      paceIndex: null,
      expected: 0,
    });
  });
});

describe('explicit monthly weights', () => {
  const quarter = { period: range('2026-07-01', '2026-10-01') };
  const monthly = (...percents: number[]): { curve: Curve } => ({ curve: { kind: 'monthly', percents } });
  const expected = (now: number, over = {}) =>
    figures(plain, { ...quarter, ...monthly(20, 30, 50), now, ...over }).expected;

  it('replace the curve, evenly over the rep’s working days of each month', () => {
    expect(expected(at('2026-08-01', '00:00'))).toBe(20);
    expect(expected(at('2026-09-01', '00:00'))).toBe(50);
    // July 2026 has 23 working days; ten are gone on the 15th, before work.
    expect(expected(at('2026-07-15', '09:00'))).toBe((20 * 10) / 23);
    expect(expected(at('2026-10-01', '00:00'))).toBe(100);
  });

  it('leave the days off of the rep out', () => {
    const week = working({}, { daysOff: off('2026-07-01', '2026-07-02', '2026-07-03') });
    expect(expected(at('2026-07-15', '09:00'), { working: week })).toBe((20 * 7) / 20);
  });

  it('stand for the whole in the months the rep works', () => {
    const noAugust = working(
      {},
      { daysOff: Array.from({ length: 31 }, (_, i) => off(`2026-08-${String(i + 1).padStart(2, '0')}`)[0]!) },
    );
    expect(expected(at('2026-08-15', '12:00'), { working: noAugust })).toBe((100 * 20) / 70);
    const onlyAugust = { working: noAugust, ...monthly(0, 100, 0), now: at('2026-08-15', '12:00') };
    expect(figures(plain, { ...quarter, ...onlyAugust }).curve.fallback).toBe('no-weighted-days');
  });

  it('are refused unless they sum to 100, exactly', () => {
    const verdict = (...percents: number[]) => pace({ ...plain, ...quarter, ...monthly(...percents) });
    expect(verdict(33.3, 33.3, 33.3)).toMatchObject({ kind: 'refused', reason: 'monthly-weights-sum' });
    expect(verdict(150, -50, 0)).toMatchObject({ reason: 'monthly-weights-sum' });
    expect(verdict(50, 50)).toMatchObject({ reason: 'monthly-weights-count' });
    // In floats 33.3 + 33.3 + 33.4 misses 100.
    expect(verdict(33.3, 33.3, 33.4)).toMatchObject({ kind: 'accumulating' });
    expect(verdict(0.1, 0.2, 99.7)).toMatchObject({ kind: 'accumulating' });
  });
});
