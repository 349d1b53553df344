import { describe, expect, it } from 'vitest';
import { drawnValue, pointsOf, targetOf } from '@/components/dashboard/progress/points';
import { queryOf } from '@/components/dashboard/activities/activities';
import { NO_FILTERS } from '@/components/dashboard/activities/filters';
import { figureSchema, type Figure } from '@/lib/rpc/view';

function figure(over: Record<string, unknown> = {}, source: Record<string, unknown> = {}): Figure {
  return figureSchema.parse({
    ...{ metric: 'dials', unit: 'count', better: 'higher', currency: null, value: 0, why: null },
    ...{ numerator: null, denominator: null, n: 0, interval: null, period: 'day', asOf: 0, excluded: [] },
    ...{ from: '2026-11-23', to: '2026-11-24' },
    source: { source: 'own-log', covered: 'whole', since: null, asOf: 0, count: 0, ...source },
    ...over,
  });
}

describe('points of the chart', () => {
  it('draw a day without calls as 0, and a day before the first record as a gap', () => {
    const [before, first, after] = pointsOf(
      [
        figure({ from: '2026-11-20', to: '2026-11-21' }, { covered: 'since', since: '2026-11-21' }),
        figure({ from: '2026-11-21', to: '2026-11-22' }, { covered: 'since', since: '2026-11-21' }),
        figure(),
      ],
      '2026-11-23',
    );
    expect(before?.drawn).toBeNull();
    expect(first?.drawn).toBe(0);
    expect(after?.drawn).toBe(0);
    expect([before?.running, first?.running, after?.running]).toEqual([false, false, true]);
  });

  it('leave out what is not covered or not known', () => {
    const points = pointsOf(
      [figure({ value: 5 }, { covered: 'nothing' }), figure({ value: null })],
      '2026-01-01',
    );
    expect(points.map(({ drawn }) => drawn)).toEqual([null, null]);
  });

  it('draw money in whole units by its currency, rates in per cent', () => {
    expect(drawnValue({ unit: 'money', currency: 'USD' }, 4_800_000)).toBe(48_000);
    expect(drawnValue({ unit: 'money', currency: 'KRW' }, 48_000)).toBe(48_000);
    expect(drawnValue({ unit: 'money', currency: 'KWD' }, 48_000)).toBe(48);
    expect(drawnValue({ unit: 'ratio', currency: null }, 0.25)).toBe(25);
    expect(drawnValue({ unit: 'count', currency: null }, null)).toBeNull();
  });

  it('have a target only in the currency that is drawn', () => {
    const goals = [{ metric: 'revenue-won', currency: 'USD', target: 100 }] as never;
    const money = { metric: 'revenue-won', unit: 'money', value: 1 };
    expect(targetOf(goals, figure({ ...money, currency: 'USD' }))).toBe(100);
    expect(targetOf(goals, figure({ ...money, currency: 'EUR' }))).toBeNull();
    expect(targetOf(goals, figure())).toBeNull();
  });
});

describe('filters of the activity list', () => {
  it('take the last day chosen in', () => {
    const asked = queryOf({ ...NO_FILTERS, from: '2026-11-01', to: '2026-11-30', find: ' dana ' });
    expect(asked).toEqual({
      from: '2026-11-01',
      to: '2026-12-01',
      channel: null,
      outcome: null,
      find: 'dana',
    });
  });

  it('ask for everything while a date is half typed', () => {
    expect(queryOf({ ...NO_FILTERS, from: '2026-11-' })).toMatchObject({ from: null, to: null });
  });
});
