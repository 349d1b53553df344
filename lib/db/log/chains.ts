import type { EventId } from '../../domain/ids.ts';
import type { EventRow } from '../tables.ts';

/** Newer first: by when it was written down, then by id, so that every device decides alike. */
export function newerFirst(a: EventRow, b: EventRow): number {
  return b.event.recordedAt - a.event.recordedAt || (a.id < b.id ? 1 : -1);
}

/**
 * The one event of a chain of corrections that holds: the newest among those nothing corrects. Two devices may have
 * corrected the same act; only one of the corrections counts. Null for a ring (only a forged file has one).
 */
export function holderOf(chain: readonly EventRow[]): EventRow | null {
  const corrected = new Set(chain.map((row) => row.event.supersedes));
  return chain.filter((row) => !corrected.has(row.id)).toSorted(newerFirst)[0] ?? null;
}

/**
 * First event of the chain an event belongs to, whether that one has arrived or not. `known` answers an arrived event's
 * target: `supersedes` of one that is being added, the stored root of an older one, null when it corrects nothing, and
 * undefined for one that has not arrived. A ring is named by its smallest id.
 */
export function rootOf(id: EventId, known: (id: EventId) => EventId | null | undefined): EventId {
  const path: EventId[] = [];
  for (let at = id; ;) {
    const seen = path.indexOf(at);
    if (seen >= 0) return path.slice(seen).reduce((least, one) => (one < least ? one : least));
    path.push(at);
    const target = known(at);
    if (target === undefined || target === null) return at;
    at = target;
  }
}
