import { daysBetween } from '../domain/time.ts';
import { defineRule } from './rule.ts';

/** An open deal that should have closed. A close date today is not overdue (facts §D15). */
export const closeDatePast = defineRule({
  id: 'close-date-past',
  severity: 60,
  needs: ['record', 'today', 'deal'],
  restDays: 1,
  evaluate({ record, today, deal }) {
    if (deal === null || deal.status !== 'open' || deal.closeDay === null) return null;
    const days = daysBetween(deal.closeDay, today);
    return days > 0 ? { with: { days }, action: 'fix-close-date', evidence: [record] } : null;
  },
});
