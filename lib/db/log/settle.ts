import type { EventId } from '../../domain/ids.ts';
import type { Metric } from '../../kpi/shape.ts';
import { type Rollup, sharesOfRows } from '../metrics/rollup.ts';
import type { Database, EventRow } from '../tables.ts';
import { holderOf, newerFirst } from './chains.ts';
import { bookedFor, isTombstone, settled } from './rows.ts';

/** What one settling needs; lives as long as its transaction. */
export interface Settling {
  readonly db: Database;
  readonly metrics: readonly Metric[];
  readonly rollup: Rollup;
}

/** Every arrived event of a chain of corrections. */
async function chainOf(db: Database, root: EventId): Promise<readonly EventRow[]> {
  const rest = await db.events.where('root').equals(root).toArray();
  const first = rest.some((row) => row.id === root) ? undefined : await db.events.get(root);
  return first ? [first, ...rest] : rest;
}

/** Works out afresh which event of a chain counts, and everything that hangs on that. */
export async function settleChain(to: Settling, root: EventId): Promise<void> {
  const chain = await chainOf(to.db, root);
  const holder = holderOf(chain);
  const meetings = new Set<EventId>([root]);
  const steps = new Set<string>();
  for (const row of chain) {
    if (row.stepOf !== undefined) steps.add(row.stepOf);
    if (row.about === undefined) await put(to, row, row === holder, row);
    else meetings.add(row.about);
  }
  for (const about of meetings) await settleMeeting(to, about);
  for (const step of steps) await settleStep(to, step);
}

/**
 * Works out which answer about a booked meeting counts: the newest, and none once the activity was withdrawn. An answer
 * that was itself corrected is out. `about` is any event of the activity's chain.
 */
export async function settleMeeting(to: Settling, about: EventId): Promise<void> {
  const { db } = to;
  const root = (await db.events.get(about))?.root ?? about;
  const chain = await chainOf(db, root);
  const ids = [...new Set([root, about, ...chain.map((row) => row.id)])];
  const answers = await db.events.where('about').anyOf(ids).toArray();
  const holder = holderOf(chain);
  if (answers.length === 0 && (holder === null || bookedFor(holder.event) === undefined)) return;

  const standing: EventRow[] = [];
  for (const answer of answers) {
    const corrections = await chainOf(db, answer.root ?? answer.id);
    if (holderOf(corrections)?.id === answer.id) standing.push(answer);
  }
  const withdrawn = holder?.event.kind === 'activity.withdrawn';
  const last = standing.toSorted(newerFirst)[0];
  for (const answer of answers) await put(to, answer, !withdrawn && answer === last, {});

  if (holder !== null && holder.about === undefined) {
    const now = (await db.events.get(holder.id)) ?? holder;
    await put(to, now, now.counts, { stepDay: now.stepDay, dueAt: dueAt(now, last) });
  }
}

function dueAt(activity: EventRow, answer: EventRow | undefined): number | undefined {
  const booked = bookedFor(activity.event);
  if (booked === undefined || answer === undefined) return booked;
  const { event } = answer;
  if (isTombstone(event) || event.kind !== 'meeting.resolved' || event.body.result !== 'moved')
    return undefined;
  return event.body.movedTo ?? undefined;
}

/**
 * Works out which next step of a record is open: the newest one set, unless it was closed. A close that names its step
 * closes that one; a close that names none closes what was open when it was written.
 */
export async function settleStep(to: Settling, stepOf: string): Promise<void> {
  const rows = await to.db.events.where('stepOf').equals(stepOf).toArray();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const standing = rows
    .filter((row) => row.counts)
    .map((row) => {
      const target = row.event.supersedes === undefined ? undefined : byId.get(row.event.supersedes);
      return { row, as: row.event.kind === 'nextstep.closed' && target ? target : row };
    })
    .toSorted((a, b) => newerFirst(a.as, b.as));
  const newest = standing[0]?.row;
  for (const row of rows) {
    const { event } = row;
    const open = row === newest && !isTombstone(event) && event.kind === 'nextstep.set';
    await put(to, row, row.counts, open ? { stepDay: event.body.day } : {});
  }
}

/** Writes a row whose standing changed, and its shares into or out of the rollups. */
async function put(
  to: Settling,
  row: EventRow,
  counts: boolean,
  open: Parameters<typeof settled>[2],
): Promise<void> {
  const next = settled(row, counts, open);
  if (next.counts !== row.counts) {
    const [shares] = await sharesOfRows(to.db, [row], to.metrics);
    to.rollup.add(row, shares!, next.counts ? 1 : -1);
  }
  if (
    next.counts !== row.counts ||
    next.live !== row.live ||
    next.stepDay !== row.stepDay ||
    next.dueAt !== row.dueAt
  )
    await to.db.events.put(next);
}
