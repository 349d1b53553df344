import type { KnownEvent } from '../domain/events/kinds.ts';
import type { Day } from '../domain/time.ts';
import type { Metric } from './shape.ts';

/** One line an event adds to a tally. `currency` is '' for none, `dims` '' or sorted `name=value` pairs joined by '&'. */
export interface TallyShare {
  readonly metric: string;
  readonly day: Day;
  readonly currency: string;
  readonly dims: string;
  readonly amount: number;
}

/** One member an event puts into a set on its day. */
export interface MemberShare {
  readonly metric: string;
  readonly day: Day;
  readonly member: string;
}

/** Everything one event counts for. */
export interface Shares {
  readonly tallies: readonly TallyShare[];
  readonly members: readonly MemberShare[];
}

/** What an event adds, metric by metric. Tables of deals are not counted from events and give nothing here. */
export function sharesOf(event: KnownEvent, metrics: readonly Metric[]): Shares {
  const tallies: TallyShare[] = [];
  const members: MemberShare[] = [];
  for (const metric of metrics) {
    if (metric.shape === 'tally') {
      for (const { amount, currency, dims, day } of metric.tally(event))
        tallies.push({
          metric: metric.id,
          day: day ?? event.day,
          currency: currency ?? '',
          dims: dimsKey(dims),
          amount,
        });
    } else if (metric.shape === 'set') {
      const member = metric.member(event);
      if (member !== null) members.push({ metric: metric.id, day: event.day, member });
    }
  }
  return { tallies, members };
}

function dimsKey(dims: Readonly<Record<string, string>> | undefined): string {
  if (dims === undefined) return '';
  return Object.entries(dims)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}

// ECMAScript, but TypeScript only declares it beside the DOM; the pure floors have no DOM.
declare function encodeURIComponent(part: string): string;
