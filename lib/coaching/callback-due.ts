import { dayOf, localMoment } from '../domain/time.ts';
import { defineRule } from './rule.ts';

/** How long before the time it may speak. Guess: long enough to finish a note, short enough to act on at once. */
const AHEAD_MS = 10 * 60_000;

/** A promise with a clock time outranks everything: it speaks shortly before it and for the rest of that day. */
export const callbackDue = defineRule({
  id: 'callback-due',
  severity: 90,
  needs: ['record', 'now', 'today', 'zone', 'nextStep', 'activities', 'doNotCall'],
  restDays: 0,
  evaluate({ record, now, today, zone, nextStep, activities, doNotCall }) {
    if (doNotCall || nextStep?.kind !== 'call' || nextStep.at === null) return null;
    const { at } = nextStep;
    if (dayOf(at, zone) !== today || at - now > AHEAD_MS) return null;
    const called = activities.some((activity) => activity.channel === 'call' && activity.at >= at - AHEAD_MS);
    if (called) return null;
    const { hour, minute } = localMoment(at, zone);
    const when = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    return { with: { when }, action: 'call', evidence: [record] };
  },
});
