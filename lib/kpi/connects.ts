import { ownCall } from './own-call.ts';
import { defineTally } from './shape.ts';

/** Calls a person answered (facts §D1, §D15: a gatekeeper is one). Calls that came in count: somebody was there. */
export const connects = defineTally({
  id: 'connects',
  version: 1,
  unit: 'count',
  better: 'higher',
  paced: true,
  tally(event) {
    return ownCall(event)?.body.meaning.connect === true ? [{ amount: 1, currency: null }] : [];
  },
});
