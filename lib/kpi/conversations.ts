import { ownCall } from './own-call.ts';
import { defineTally } from './shape.ts';

/**
 * Calls that became a talk, by outcome or by length; which of the two was settled when the call was logged (facts
 * §D1, §D15). Calls that came in count.
 */
export const conversations = defineTally({
  id: 'conversations',
  version: 1,
  unit: 'count',
  better: 'higher',
  paced: true,
  tally(event) {
    return ownCall(event)?.body.meaning.conversation === true ? [{ amount: 1, currency: null }] : [];
  },
});
