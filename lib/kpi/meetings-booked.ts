import { defineTally } from './shape.ts';

/** Meetings agreed, on the day they were agreed. A meeting cancelled later stays booked (facts §D15 "Metrics"). */
export const meetingsBooked = defineTally({
  id: 'meetings-booked',
  version: 1,
  unit: 'count',
  better: 'higher',
  paced: true,
  tally(event) {
    return event.kind === 'activity.logged' && event.body.meaning.booked
      ? [{ amount: 1, currency: null }]
      : [];
  },
});
