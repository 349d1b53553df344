import { daysBetween } from '../domain/time.ts';
import { IDLE_LIMIT_UNKNOWN, IDLE_LIMITS, phaseOf } from './idle-limits.ts';
import { defineRule } from './rule.ts';

/**
 * An open deal nobody has touched for longer than its phase can bear. A step agreed for today or later explains
 * the silence. Where our log holds no activity, the silence is at least as long as the log: before, nobody knows.
 */
export const idle = defineRule({
  id: 'idle',
  severity: 30,
  needs: ['record', 'today', 'deal', 'snapshot', 'activities', 'nextStep', 'watchedSince', 'workdaysSince'],
  restDays: 1,
  evaluate({ record, today, deal, snapshot, activities, nextStep, watchedSince, workdaysSince }) {
    if (deal === null || deal.status !== 'open') return null;
    if (nextStep !== null && nextStep.day >= today) return null;
    const since = activities[0]?.day ?? watchedSince;
    if (since === null) return null;
    const phase = phaseOf(snapshot);
    const limit = phase === null ? IDLE_LIMIT_UNKNOWN : IDLE_LIMITS[phase];
    if (workdaysSince(since) <= limit) return null;
    return { with: { days: daysBetween(since, today), limit }, action: 'message', evidence: [record] };
  },
});
