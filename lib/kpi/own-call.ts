import type { EventOf, KnownEvent } from '../domain/events/kinds.ts';

/** A logged call, or null: what dials, connects and conversations have in common. */
export function ownCall(event: KnownEvent): EventOf<'activity.logged'> | null {
  return event.kind === 'activity.logged' && event.body.channel === 'call' ? event : null;
}
