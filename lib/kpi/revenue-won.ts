import { closedIn } from './closed-deals.ts';
import { defineTable } from './shape.ts';

/**
 * Σ amount of deals won in the window, by close date, in one currency and in minor units. Deals in another currency,
 * in one the page did not name, or without an amount are left out by name (facts §D15 "Metrics"). Without a currency
 * to answer in, and when every won deal had to be left out, the sum is unknown; with no won deal at all it is 0.
 */
export const revenueWon = defineTable({
  id: 'revenue-won',
  version: 1,
  unit: 'money',
  better: 'higher',
  paced: true,
  compute(deals, { from, to, currency }) {
    const { counted, excluded } = closedIn(deals, { from, to }, ['won'], (deal) =>
      deal.amount === null ? 'no-amount' : deal.amount.currency !== currency ? 'other-currency' : null,
    );
    const sum = counted.reduce((total, deal) => total + (deal.amount?.minor ?? 0), 0);
    const why =
      currency === null ? 'no-currency' : counted.length === 0 && excluded.length > 0 ? 'no-data' : null;
    return {
      value: why === null ? sum : null,
      why,
      numerator: currency === null ? 0 : sum,
      denominator: null,
      n: currency === null ? 0 : counted.length,
      interval: null,
      currency,
      included: currency === null ? [] : counted.map((deal) => deal.key),
      excluded,
    };
  },
});
