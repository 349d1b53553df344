import { describe, expect, it } from 'vitest';
import { pace } from '@/lib/kpi/pace/pace';
import type { LowerInput } from '@/lib/kpi/pace/result';
import { at, off, working } from '../../domain/calendar/support';
import { range } from './support';

const base: LowerInput = {
  shape: 'lower',
  period: range('2026-06-01', '2026-06-29'),
  now: at('2026-06-15', '12:00'),
  working: working(),
  actual: 4,
  target: 4,
};
const lower = (over: Partial<LowerInput>) => pace({ ...base, ...over });

describe('a goal where lower is better', () => {
  it('bands target over actual, edges included', () => {
    const statuses = [3, 3.6, 4, 4.4, 4.5].map((actual) => {
      const result = lower({ actual });
      return result.kind === 'lower' ? result.status : result.reason;
    });
    expect(statuses).toEqual(['ahead', 'ahead', 'on', 'watch', 'behind']);
    // 9/10 as target over actual: exactly the edge.
    expect(lower({ target: 3.6, actual: 4 })).toMatchObject({ status: 'watch', attainment: 0.9 });
    expect(lower({ target: 0.33, actual: 0.3 })).toMatchObject({ status: 'ahead', attainment: 1.1 });
  });

  it('takes 0 as best, not as an infinite figure', () => {
    expect(lower({ actual: 0 })).toMatchObject({ status: 'ahead', best: true, attainment: null });
  });

  it('does not accumulate: the day in the period changes nothing', () => {
    expect(lower({ now: at('2026-06-01', '09:30') })).toMatchObject({ status: 'on', attainment: 1 });
  });

  it('is hit or missed when over, unknown without data, unset without target, off when away', () => {
    const over = at('2026-07-01', '09:00');
    expect(lower({ now: over })).toMatchObject({ status: 'hit', final: true });
    expect(lower({ now: over, actual: 4.01 })).toMatchObject({ status: 'missed' });
    expect(lower({ actual: null })).toMatchObject({ status: 'no_data', attainment: null });
    expect(lower({ target: null })).toMatchObject({ status: 'no_target' });
    expect(lower({ target: 0 })).toMatchObject({ status: 'no_target', attainment: null });
    expect(lower({ now: at('2026-05-31', '12:00') })).toMatchObject({ status: 'not_started' });
    const away = working({}, { daysOff: off('2026-06-01', '2026-06-02') });
    expect(lower({ period: range('2026-06-01', '2026-06-03'), working: away })).toMatchObject({
      status: 'off',
    });
  });

  it('calls nobody behind on fewer than ten cases', () => {
    expect(lower({ actual: 40, n: 9 })).toMatchObject({ status: 'watch', fewData: true });
    expect(lower({ actual: 40, n: 10 })).toMatchObject({ status: 'behind', fewData: false });
  });
});

describe('a ratio goal', () => {
  const status = (k: number, n: number, target: number | null) => {
    const result = pace({ shape: 'ratio', k, n, target });
    return result.kind === 'ratio' ? result.status : result.reason;
  };

  it('is below when even the upper bound is under the target', () => {
    expect(pace({ shape: 'ratio', k: 65, n: 260, target: 0.36 })).toMatchObject({
      status: 'below',
      value: 0.25,
    });
  });

  it('is above when even the lower bound reaches it, and inconclusive between', () => {
    expect(status(90, 100, 0.8)).toBe('above');
    expect(status(85, 100, 0.8)).toBe('inconclusive');
    expect(status(75, 100, 0.8)).toBe('inconclusive');
  });

  it('declares nothing below ten cases, and nothing of nothing', () => {
    expect([status(0, 9, 0.9), status(0, 10, 0.9), status(0, 0, 0.9), status(5, 20, null)]).toEqual([
      'few_data',
      'below',
      'no_data',
      'no_target',
    ]);
    expect(pace({ shape: 'ratio', k: 0, n: 0, target: 0.5 })).toMatchObject({ value: null, interval: null });
  });

  it('is never below a target of 100 % with all won, nor above it', () => {
    expect(status(30, 30, 1)).toBe('inconclusive');
    expect(status(0, 30, 0)).toBe('above');
  });

  it('refuses more won than tried', () => {
    expect(pace({ shape: 'ratio', k: 11, n: 10, target: 0.5 })).toMatchObject({
      kind: 'refused',
      reason: 'k-outside-n',
    });
  });
});
