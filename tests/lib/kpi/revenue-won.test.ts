import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal } from '@/lib/domain/deal';
import { revenueWon } from '@/lib/kpi/revenue-won';
import { day, deal, JULY } from './metric-support';

const ids = (deals: readonly Deal[]) => deals.map((one) => one.key);

describe('revenue won', () => {
  it('sums deals won in the window, from its first day to the day before its last', () => {
    const inside = [deal('a', { closeDay: day('2026-07-01') }), deal('b', { closeDay: day('2026-07-31') })];
    const outside = [
      deal('c', { closeDay: day('2026-06-30') }),
      deal('d', { closeDay: day('2026-08-01') }),
      deal('e', { status: 'lost' }),
      deal('f', { status: 'open' }),
    ];
    expect(revenueWon.compute([...inside, ...outside], JULY)).toEqual({
      value: 20_000,
      why: null,
      numerator: 20_000,
      denominator: null,
      n: 2,
      interval: null,
      currency: 'EUR',
      included: ids(inside),
      excluded: [],
    });
  });

  it('leaves out by name what it cannot add', () => {
    const deals = [
      deal('ok'),
      deal('usd', { amount: { minor: 1, currency: 'USD' } }),
      deal('bare', { amount: { minor: 1, currency: null } }),
      deal('none', { amount: null }),
      deal('undated', { closeDay: null }),
      deal('gone', { present: false }),
    ];
    const { value, n, excluded } = revenueWon.compute(deals, JULY);
    expect({ value, n }).toEqual({ value: 10_000, n: 1 });
    const [, usd, bare, none, undated, gone] = ids(deals);
    expect(excluded).toEqual([
      { reason: 'no-amount', records: [none] },
      { reason: 'no-close-date', records: [undated] },
      { reason: 'not-covered', records: [gone] },
      { reason: 'other-currency', records: [bare, usd] },
    ]);
  });

  it('is 0 with nothing won, unknown without a currency or when nothing won could be added', () => {
    expect(revenueWon.compute([], JULY)).toMatchObject({ value: 0, why: null });
    expect(revenueWon.compute([deal('a')], { ...JULY, currency: null })).toMatchObject({
      value: null,
      why: 'no-currency',
      n: 0,
      included: [],
    });
    expect(revenueWon.compute([deal('a', { amount: null })], JULY)).toMatchObject({
      value: null,
      why: 'no-data',
    });
  });

  it('takes a clawed-back amount off', () => {
    const deals = [deal('a'), deal('b', { amount: { minor: -30_000, currency: 'EUR' } })];
    expect(revenueWon.compute(deals, JULY).value).toBe(-20_000);
  });

  it('does not depend on the order of deals', () => {
    const deals = [
      deal('a'),
      deal('b', { amount: null }),
      deal('c', { amount: { minor: 7, currency: 'EUR' } }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(deals, { minLength: 3 }), (shuffled) => {
        expect(revenueWon.compute(shuffled, JULY)).toEqual(revenueWon.compute(deals, JULY));
      }),
    );
  });
});
