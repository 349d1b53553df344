import { EVENT_KINDS } from '../../domain/events/kinds.ts';

/** The kinds and versions of events this build can read, as one text: when it changes, quarantine is read again. */
export const READABLE_KINDS = Object.entries(EVENT_KINDS)
  .map(([kind, { v }]) => `${kind}@${v}`)
  .toSorted()
  .join(' ');
