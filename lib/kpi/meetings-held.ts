import type { KnownEvent } from '../domain/events/kinds.ts';
import { dayOf } from '../domain/time.ts';
import { defineTally, type Tally } from './shape.ts';

/**
 * Meetings that took place: a booked one answered "held", on the day of the answer, and one logged straight as held,
 * on its own day. Of several answers about one meeting the log keeps the newest, so none counts twice.
 */
export const meetingsHeld = defineTally({
  id: 'meetings-held',
  version: 1,
  unit: 'count',
  better: 'higher',
  paced: true,
  tally(event) {
    if (event.kind === 'meeting.resolved')
      return event.body.result === 'held' ? [{ amount: 1, currency: null }] : [];
    return event.kind === 'activity.logged' && event.body.meaning.held ? [heldOn(event)] : [];
  },
});

/** `meetingAt` is the meeting's own time only when it is past: a held meeting may have booked the next one. */
function heldOn({ body, at, zone }: Extract<KnownEvent, { kind: 'activity.logged' }>): Tally {
  const one = { amount: 1, currency: null };
  return body.meetingAt !== null && body.meetingAt <= at ? { ...one, day: dayOf(body.meetingAt, zone) } : one;
}
