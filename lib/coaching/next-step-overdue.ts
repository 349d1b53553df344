import { daysBetween } from '../domain/time.ts';
import { defineRule } from './rule.ts';

/** A next step whose day is over. Today is not overdue, and neither is a step that something was done about. */
export const nextStepOverdue = defineRule({
  id: 'next-step-overdue',
  severity: 70,
  needs: ['record', 'today', 'deal', 'nextStep', 'activities', 'doNotCall'],
  restDays: 1,
  evaluate({ record, today, deal, nextStep, activities, doNotCall }) {
    if (nextStep === null || (deal !== null && deal.status !== 'open')) return null;
    const days = daysBetween(nextStep.day, today);
    if (days <= 0 || activities.some((activity) => activity.day >= nextStep.day)) return null;
    const call = nextStep.kind === 'call' && !doNotCall;
    return { with: { days }, action: call ? 'call' : 'set-next-step', evidence: [record] };
  },
});
