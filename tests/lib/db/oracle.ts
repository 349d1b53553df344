import type { NewEvent } from '@/lib/domain/ports';
import { METRICS } from '@/lib/kpi/catalog';
import { sharesOf } from '@/lib/kpi/engine';
import type { KnownEvent } from '@/lib/domain/events/kinds';

/**
 * What rollups must be for a set of events, worked out the slow and plain way: from the whole set at once, without
 * rows, indexes or order of arrival.
 */
export function expected(events: readonly NewEvent[]): { tallies: unknown[]; members: unknown[] } {
  const tallies = new Map<string, number>();
  const members = new Map<string, number>();
  for (const event of events.filter((one) => counts(one, events))) {
    const shares = sharesOf(event as KnownEvent, METRICS);
    for (const one of shares.tallies)
      bump(tallies, [`${one.metric}@1`, event.subject, one.day, one.currency, one.dims], one.amount);
    for (const one of shares.members)
      bump(members, [`${one.metric}@1`, event.subject, one.day, one.member], 1);
  }
  return {
    tallies: rows(tallies, ['metric', 'subject', 'day', 'currency', 'dims'], 'amount'),
    members: rows(members, ['metric', 'subject', 'day', 'member'], 'count'),
  };
}

export function counts(event: NewEvent, events: readonly NewEvent[]): boolean {
  if (holder(family(event.id, events)) !== event) return false;
  if (event.kind !== 'meeting.resolved') return true;
  const about = family(event.body.activity, events);
  if (holder(about)?.kind === 'activity.withdrawn') return false;
  const ids = new Set([
    event.body.activity,
    ...about.map((one) => one.id),
    ...about.flatMap((one) => one.supersedes ?? []),
  ]);
  const answers = events.filter(
    (one) =>
      one.kind === 'meeting.resolved' && ids.has(one.body.activity) && holder(family(one.id, events)) === one,
  );
  return newest(answers) === event;
}

/** All events joined to an id by corrections, in either direction, also through events that are missing. */
function family(id: string, events: readonly NewEvent[]): readonly NewEvent[] {
  const ids = new Set([id]);
  for (let size = 0; size !== ids.size;) {
    size = ids.size;
    for (const one of events) {
      if (one.supersedes === undefined) continue;
      if (ids.has(one.id)) ids.add(one.supersedes);
      else if (ids.has(one.supersedes)) ids.add(one.id);
    }
  }
  return events.filter((one) => ids.has(one.id));
}

function holder(events: readonly NewEvent[]): NewEvent | undefined {
  return newest(events.filter((one) => !events.some((other) => other.supersedes === one.id)));
}

function newest(events: readonly NewEvent[]): NewEvent | undefined {
  return events.toSorted((a, b) => b.recordedAt - a.recordedAt || (a.id < b.id ? 1 : -1))[0];
}

function bump(into: Map<string, number>, key: readonly string[], amount: number): void {
  into.set(JSON.stringify(key), (into.get(JSON.stringify(key)) ?? 0) + amount);
}

function rows(from: ReadonlyMap<string, number>, names: readonly string[], value: string): unknown[] {
  return [...from]
    .filter(([, amount]) => amount !== 0)
    .map(([text, amount]) => ({ key: JSON.parse(text) as string[], amount }))
    .toSorted((a, b) => compare(a.key, b.key))
    .map(({ key, amount }) => ({
      ...Object.fromEntries(names.map((name, at) => [name, key[at]])),
      [value]: amount,
    }));
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [at, part] of a.entries()) if (part !== b[at]) return part < b[at]! ? -1 : 1;
  return 0;
}
