import { ownCall } from './own-call.ts';
import { defineTally } from './shape.ts';

/** Calls made, answered or not. A call that came in is no dial, whatever its outcome means otherwise. */
export const dials = defineTally({
  id: 'dials',
  version: 1,
  unit: 'count',
  better: 'higher',
  paced: true,
  tally(event) {
    const call = ownCall(event);
    return call?.body.direction === 'out' && call.body.meaning.dial ? [{ amount: 1, currency: null }] : [];
  },
});
