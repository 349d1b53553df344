import { closedIn } from './closed-deals.ts';
import { defineTable } from './shape.ts';
import { FEW, wilson } from './stats.ts';

/**
 * won ÷ (won + lost) by close date in the window, with its 95 % Wilson interval (facts §D1, Gong's formula). Deals are
 * counted, not their money: a lost deal often has no amount, and leaving it out would flatter the rate. Fewer than 10
 * closed deals are `few-data`: the share is there and declares nothing (§D15). Deals still open although their close
 * date has passed are left out by name: a rate over closed deals looks better the longer losses are not entered.
 */
export const winRate = defineTable({
  id: 'win-rate',
  version: 1,
  unit: 'ratio',
  better: 'higher',
  paced: false,
  compute(deals, { from, to, today }) {
    const { counted, excluded } = closedIn(deals, { from, to }, ['won', 'lost'], () => null);
    const due = { from, to: today < to ? today : to };
    const stale = closedIn(deals, due, ['open'], () => null).counted;
    const won = counted.filter((deal) => deal.status === 'won').length;
    const n = counted.length;
    return {
      value: n === 0 ? null : won / n,
      why: n === 0 ? 'no-data' : n < FEW ? 'few-data' : null,
      numerator: won,
      denominator: n,
      n,
      interval: wilson(won, n),
      currency: null,
      included: counted.map((deal) => deal.key),
      excluded:
        stale.length === 0
          ? excluded
          : [...excluded, { reason: 'open-past-close', records: stale.map((deal) => deal.key) }],
    };
  },
});
