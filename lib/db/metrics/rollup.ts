import { sharesOf, type Shares } from '../../kpi/engine.ts';
import type { Metric } from '../../kpi/shape.ts';
import { isTombstone } from '../log/rows.ts';
import type { BuildRow, Database, EventRow, MemberRow, TallyRow } from '../tables.ts';

const NO_SHARES: Shares = { tallies: [], members: [] };

/**
 * What rows count for, whether they count or not: worked out from the body, or kept when that was erased. One question
 * to the database for all of them: a long run of awaits that ask it nothing would let the transaction close.
 */
export async function sharesOfRows(
  db: Database,
  rows: readonly EventRow[],
  metrics: readonly Metric[],
): Promise<readonly Shares[]> {
  const erased = rows.flatMap((row) => (isTombstone(row.event) ? [row.id] : []));
  const found = erased.length === 0 ? [] : await db.kept.bulkGet(erased);
  const kept = new Map(found.flatMap((row) => (row ? [[row.event, row] as const] : [])));
  return rows.map((row) =>
    isTombstone(row.event) ? (kept.get(row.id) ?? NO_SHARES) : sharesOf(row.event, metrics),
  );
}

type Key = readonly string[];

/** Changes to day rows gathered over one transaction and written once at its end. */
export interface Rollup {
  /** Adds (1) or takes back (-1) what an event counts for. */
  add(row: EventRow, shares: Shares, sign: 1 | -1): void;
  flush(): Promise<void>;
}

/**
 * A rollup that leaves to a running rebuild what that has yet to reach: a share is written only where the event's id
 * lies behind the metric's cursor.
 */
export function makeRollup(db: Database, builds: readonly BuildRow[]): Rollup {
  const byId = new Map(builds.map((build) => [build.metric, build]));
  const tallies = new Map<string, { key: Key; amount: number }>();
  const members = new Map<string, { key: Key; amount: number }>();
  return {
    add(row, shares, sign) {
      const { subject } = row.event;
      for (const { metric, day, currency, dims, amount } of shares.tallies) {
        const name = target(byId.get(metric), row.id);
        if (name !== null) bump(tallies, [name, subject, day, currency, dims], sign * amount);
      }
      for (const { metric, day, member } of shares.members) {
        const name = target(byId.get(metric), row.id);
        if (name !== null) bump(members, [name, subject, day, member], sign);
      }
    },
    async flush() {
      await flushTallies(db, changed(tallies));
      await flushMembers(db, changed(members));
    },
  };
}

/** `id@version` to write under, or null while a rebuild has not come to this event. */
function target(build: BuildRow | undefined, id: string): string | null {
  if (build === undefined || (!build.done && id > build.cursor)) return null;
  return stored(build);
}

export function stored(build: { readonly metric: string; readonly version: number }): string {
  return `${build.metric}@${build.version}`;
}

function bump(changes: Map<string, { key: Key; amount: number }>, key: Key, amount: number): void {
  const name = JSON.stringify(key);
  const found = changes.get(name);
  if (found) found.amount += amount;
  else changes.set(name, { key, amount });
}

function changed(changes: ReadonlyMap<string, { key: Key; amount: number }>) {
  return [...changes.values()].filter(({ amount }) => amount !== 0);
}

/** A row at 0 goes: rows built afresh would not have it. */
async function flushTallies(db: Database, changes: readonly { key: Key; amount: number }[]): Promise<void> {
  if (changes.length === 0) return;
  const keys = changes.map(({ key }) => key as [string, string, string, string, string]);
  const before = await db.tallies.bulkGet(keys);
  const rows = changes.map(({ amount }, at): TallyRow => {
    const [metric, subject, day, currency, dims] = keys[at]!;
    return {
      metric,
      subject,
      day: day as TallyRow['day'],
      currency,
      dims,
      amount: amount + (before[at]?.amount ?? 0),
    };
  });
  await db.tallies.bulkPut(rows.filter((row) => row.amount !== 0));
  const gone = keys.filter((_, at) => rows[at]!.amount === 0);
  if (gone.length > 0) await db.tallies.bulkDelete(gone);
}

async function flushMembers(db: Database, changes: readonly { key: Key; amount: number }[]): Promise<void> {
  if (changes.length === 0) return;
  const byDay = Map.groupBy(changes, ({ key }) => JSON.stringify(key.slice(0, 3)));
  const keys = [...byDay.keys()].map((name) => JSON.parse(name) as [string, string, string]);
  const before = await db.members.bulkGet(keys);
  const rows = [...byDay.values()].map((ofDay, at): MemberRow => {
    const members = new Map(before[at]?.members);
    for (const { key, amount } of ofDay) {
      const count = (members.get(key[3]!) ?? 0) + amount;
      if (count === 0) members.delete(key[3]!);
      else members.set(key[3]!, count);
    }
    const [metric, subject, day] = keys[at]!;
    const sorted = [...members].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return { metric, subject, day: day as MemberRow['day'], members: sorted };
  });
  await db.members.bulkPut(rows.filter((row) => row.members.length > 0));
  const gone = keys.filter((_, at) => rows[at]!.members.length === 0);
  if (gone.length > 0) await db.members.bulkDelete(gone);
}
