import { closedIn } from './closed-deals.ts';
import { defineTable } from './shape.ts';
import { FEW, wilson } from './stats.ts';

/**
 * won ÷ (won + lost) by close date in the window, with its 95 % Wilson interval (facts §D1, Gong's formula). Deals are
 * counted, not their money: a lost deal often has no amount, and leaving it out would flatter the rate. Fewer than 10
 * closed deals are `few-data`: the share is there and declares nothing (§D15).
 */
export const winRate = defineTable({
  id: 'win-rate',
  version: 1,
  unit: 'ratio',
  better: 'higher',
  paced: false,
  compute(deals, { from, to }) {
    const { counted, excluded } = closedIn(deals, { from, to }, ['won', 'lost'], () => null);
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
      excluded,
    };
  },
});
