import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal } from '@/lib/domain/deal';
import { winRate } from '@/lib/kpi/win-rate';
import { day, deal, JULY } from './metric-support';

function closed(won: number, lost: number): readonly Deal[] {
  return [
    ...Array.from({ length: won }, (_, at) => deal(`won${at}`)),
    ...Array.from({ length: lost }, (_, at) => deal(`lost${at}`, { status: 'lost', amount: null })),
  ];
}

const anyDeal = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 3 }),
    status: fc.constantFrom('open', 'won', 'lost'),
    closeDay: fc.constantFrom(null, '2026-06-30', '2026-07-01', '2026-07-20', '2026-08-01'),
    present: fc.boolean(),
  })
  .map(({ name, closeDay, ...rest }) =>
    deal(name, { ...rest, closeDay: closeDay === null ? null : day(closeDay) }),
  );
const someDeals = fc.uniqueArray(anyDeal, { maxLength: 30, selector: (one) => one.key });

describe('win rate', () => {
  it('is won ÷ (won + lost), with its interval', () => {
    const result = winRate.compute(closed(5, 15), JULY);
    expect(result).toMatchObject({
      value: 0.25,
      why: null,
      numerator: 5,
      denominator: 20,
      n: 20,
      currency: null,
    });
    expect(result.interval?.low).toBeCloseTo(0.1119, 4);
    expect(result.interval?.high).toBeCloseTo(0.4687, 4);
  });

  it('says few data below ten closed deals, and no data without any', () => {
    expect(winRate.compute(closed(3, 6), JULY)).toMatchObject({ why: 'few-data', n: 9 });
    expect(winRate.compute(closed(3, 7), JULY)).toMatchObject({ why: null, n: 10 });
    expect(winRate.compute([deal('a', { status: 'open', closeDay: JULY.today })], JULY)).toEqual({
      value: null,
      why: 'no-data',
      numerator: 0,
      denominator: 0,
      n: 0,
      interval: null,
      currency: null,
      included: [],
      excluded: [],
    });
  });

  it('counts deals whatever their money, and names those without a close date or gone from the CRM', () => {
    const undated = deal('undated', { closeDay: null });
    const gone = deal('gone', { present: false });
    const dollars = deal('usd', { amount: { minor: 1, currency: 'USD' } });
    const result = winRate.compute([...closed(1, 1), dollars, undated, gone], JULY);
    expect(result).toMatchObject({ numerator: 2, n: 3 });
    expect(result.excluded).toEqual([
      { reason: 'no-close-date', records: [undated.key] },
      { reason: 'not-covered', records: [gone.key] },
    ]);
  });

  it('names open deals whose close date has passed: each would be a loss that nobody has entered', () => {
    const open = (name: string, closeDay: string, over: Partial<Deal> = {}) =>
      deal(name, { status: 'open', closeDay: day(closeDay), ...over });
    const stale = [open('first', '2026-07-01'), open('yesterday', '2026-07-14')];
    const others = [
      open('today', '2026-07-15'),
      open('later', '2026-07-31'),
      open('before', '2026-06-30'),
      open('gone', '2026-07-02', { present: false }),
      deal('undated', { status: 'open', closeDay: null }),
    ];
    const result = winRate.compute([...closed(1, 1), ...others, ...stale], JULY);
    expect(result).toMatchObject({ value: 0.5, n: 2 });
    expect(result.excluded).toEqual([
      { reason: 'open-past-close', records: stale.map((one) => one.key).toSorted() },
    ]);
  });

  it('names none that lie behind the window', () => {
    const stale = deal('stale', { status: 'open', closeDay: day('2026-08-01') });
    expect(winRate.compute([stale], { ...JULY, today: day('2026-09-01') }).excluded).toEqual([]);
  });

  it('stays within 0…1 and its interval, whatever the deals', () => {
    fc.assert(
      fc.property(someDeals, (deals) => {
        const { value, interval, numerator, denominator } = winRate.compute(deals, JULY);
        if (value === null || interval === null) {
          expect(denominator).toBe(0);
          return;
        }
        expect(value).toBe(numerator / denominator!);
        expect(value).toBeGreaterThanOrEqual(interval.low);
        expect(value).toBeLessThanOrEqual(interval.high);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('depends neither on the order of deals nor on deals outside the window', () => {
    fc.assert(
      fc.property(someDeals, fc.nat(), (deals, turn) => {
        const plain = winRate.compute(deals, JULY);
        const at = turn % (deals.length + 1);
        expect(winRate.compute([...deals.slice(at), ...deals.slice(0, at)], JULY)).toEqual(plain);
        const outside = deal('outside the window', { closeDay: day('2026-08-01') });
        expect(winRate.compute([...deals, outside], JULY)).toEqual(plain);
      }),
    );
  });
});
