import type { EventId } from '../../domain/ids.ts';
import type { Metric } from '../../kpi/shape.ts';
import { makeRollup, sharesOfRows } from '../metrics/rollup.ts';
import type { Database, EventRow } from '../tables.ts';
import { rootOf } from './chains.ts';
import { bookedFor, settled } from './rows.ts';
import { type Settling, settleChain, settleMeeting, settleStep } from './settle.ts';

/** Tables a transaction must hold to add events. */
export const EVENT_TABLES = ['events', 'kept', 'tallies', 'members', 'builds'] as const;

/** From this many on, what already points at them is read once instead of asked for one by one. */
const MANY = 20;

/**
 * Adds events inside a running transaction and brings rollups, chains of corrections, open steps and due meetings up to
 * date. Rows come from `newRow`, ids not yet stored and each once. The end is the same in whatever order and in however
 * many goes the same events arrive.
 */
export async function addEvents(
  db: Database,
  fresh: readonly EventRow[],
  metrics: readonly Metric[],
): Promise<void> {
  if (fresh.length === 0) return;
  const ids = fresh.map((row) => row.id);
  const [builds, early, answered, roots] = await Promise.all([
    db.builds.toArray(),
    pointing(db, 'root', ids),
    pointing(db, 'about', ids),
    rootsOf(db, fresh),
  ]);
  const to: Settling = { db, metrics, rollup: makeRollup(db, builds) };
  const chains = new Set<EventId>();
  const meetings = new Set<EventId>();
  const steps = new Set<string>();

  const rows: EventRow[] = [];
  const plain: EventRow[] = [];
  for (const row of fresh) {
    const root = roots.get(row.id);
    if (root !== undefined) chains.add(root);
    if (early.has(row.id)) chains.add(root ?? row.id);
    if (answered.has(row.id)) meetings.add(row.id);
    if (row.about !== undefined) meetings.add(row.about);
    if (row.stepOf !== undefined) steps.add(row.stepOf);
    const waits = root !== undefined || row.about !== undefined;
    const placed = root === undefined ? row : { ...row, root };
    rows.push(waits ? placed : settled(placed, true, { dueAt: bookedFor(row.event) }));
    if (!waits) plain.push(row);
  }
  const shares = await sharesOfRows(db, plain, metrics);
  for (const [at, row] of plain.entries()) to.rollup.add(row, shares[at]!, 1);
  await db.events.bulkAdd(rows);
  for (const id of early) {
    const root = roots.get(id);
    if (root !== undefined && root !== id) await db.events.where('root').equals(id).modify({ root });
  }
  for (const root of chains) await settleChain(to, root);
  for (const about of meetings) await settleMeeting(to, about);
  for (const step of steps) await settleStep(to, step);
  await to.rollup.flush();
}

/** Which of these ids stored rows already name in that column. */
async function pointing(
  db: Database,
  column: 'root' | 'about',
  ids: readonly EventId[],
): Promise<ReadonlySet<EventId>> {
  if (ids.length < MANY) {
    const found = await Promise.all(
      ids.map((id) => db.events.where(column).equals(id).limit(1).primaryKeys()),
    );
    return new Set(ids.filter((_, at) => found[at]!.length > 0));
  }
  const named = new Set(await db.events.orderBy(column).uniqueKeys());
  return new Set(ids.filter((id) => named.has(id)));
}

/** The chain of every fresh event that corrects another. */
async function rootsOf(db: Database, fresh: readonly EventRow[]): Promise<ReadonlyMap<EventId, EventId>> {
  const targets = new Map(fresh.map((row) => [row.id, row.event.supersedes ?? null]));
  const correcting = fresh.filter((row) => row.event.supersedes !== undefined);
  // A stored target answers with its own root; that root may be among the fresh ones, so one look is enough.
  const outside = [...new Set(correcting.map((row) => row.event.supersedes!))].filter(
    (id) => !targets.has(id),
  );
  const stored = new Map(
    (outside.length === 0 ? [] : await db.events.bulkGet(outside)).flatMap((row) =>
      row ? [[row.id, row.root ?? null] as const] : [],
    ),
  );
  const known = (id: EventId) => targets.get(id) ?? (targets.has(id) ? null : stored.get(id));
  return new Map(correcting.map((row) => [row.id, rootOf(row.id, known)]));
}
