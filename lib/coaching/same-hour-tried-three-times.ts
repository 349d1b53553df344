import { defineRule } from './rule.ts';

const TRIES = 3;
/** Tries "at the same hour" lie within this many hours of the clock of each other (15:50 and 16:10 are the same). */
const SPAN_HOURS = 1;

/**
 * The last three calls and more, all at the same time of day, none answered: another time might be. A talk in any
 * channel, or their own call, begins the count anew. Three is the number; no study stands behind it.
 */
export const sameHourTriedThreeTimes = defineRule({
  id: 'same-hour-tried-three-times',
  severity: 50,
  needs: ['record', 'deal', 'activities', 'nextStep', 'doNotCall'],
  restDays: 3,
  evaluate({ record, deal, activities, nextStep, doNotCall }) {
    // A time they named themselves is a better reason than our count.
    if (nextStep !== null && nextStep.at !== null) return null;
    if (doNotCall || (deal !== null && deal.status !== 'open')) return null;
    const hours: number[] = [];
    for (const { channel, direction, meaning, hour } of activities) {
      if (direction === 'in' || meaning.connect || meaning.conversation) break;
      if (channel !== 'call' || !meaning.dial) continue;
      if (Math.max(hour, ...hours) - Math.min(hour, ...hours) > SPAN_HOURS) break;
      hours.push(hour);
    }
    if (hours.length < TRIES) return null;
    return { with: { n: hours.length, hour: Math.min(...hours) }, action: 'call', evidence: [record] };
  },
});
