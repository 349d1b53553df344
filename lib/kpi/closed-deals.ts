import type { Deal } from '../domain/deal.ts';
import type { RecordKey } from '../domain/ids.ts';
import type { Day } from '../domain/time.ts';
import type { Excluded } from './shape.ts';

/** Sorts records into those that count and those that do not, with the reason; in the order of their keys. */
export interface Sorted {
  readonly counted: readonly Deal[];
  readonly excluded: readonly Excluded[];
}

/**
 * Deals closed with one of these ends in [from, to), by the CRM's civil close date. A closed deal without a date, and
 * one the CRM no longer returns, is left out by name. `refuse` gives a metric's own reasons.
 */
export function closedIn(
  deals: readonly Deal[],
  window: { readonly from: Day; readonly to: Day },
  ends: readonly Deal['status'][],
  refuse: (deal: Deal) => Excluded['reason'] | null,
): Sorted {
  const counted: Deal[] = [];
  const left = new Map<Excluded['reason'], RecordKey[]>();
  for (const deal of deals.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    if (!ends.includes(deal.status)) continue;
    if (deal.closeDay !== null && (deal.closeDay < window.from || deal.closeDay >= window.to)) continue;
    const reason = !deal.present ? 'not-covered' : deal.closeDay === null ? 'no-close-date' : refuse(deal);
    if (reason === null) counted.push(deal);
    else left.set(reason, [...(left.get(reason) ?? []), deal.key]);
  }
  const excluded = [...left].map(([reason, records]) => ({ reason, records }));
  return { counted, excluded: excluded.toSorted((a, b) => (a.reason < b.reason ? -1 : 1)) };
}
