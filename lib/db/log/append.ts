import type { KnownEvent } from '../../domain/events/kinds.ts';
import type { DeviceId, EventId } from '../../domain/ids.ts';
import type { NewEvent, Write } from '../../domain/ports.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Metric } from '../../kpi/shape.ts';
import { numberOf, putMeta, write } from '../database.ts';
import { faultOf } from '../faults.ts';
import type { Database } from '../tables.ts';
import { addEvents, EVENT_TABLES } from './add-events.ts';
import { newRow } from './rows.ts';

const TABLES = [...EVENT_TABLES, 'privates', 'outbox', 'shelf'] as const;

/**
 * Writes one act: all of it in one transaction, or nothing. What is already there is left as it is, so the same act sent
 * again by a restarted worker changes nothing, and drops no draft begun since.
 */
export async function append(
  db: Database,
  device: DeviceId,
  metrics: readonly Metric[],
  act: Write,
): Promise<Result<{ readonly added: number }>> {
  try {
    return ok({ added: await write(db, TABLES, () => appendInside(db, device, metrics, act)) });
  } catch (error) {
    return faultOf(error);
  }
}

async function appendInside(
  db: Database,
  device: DeviceId,
  metrics: readonly Metric[],
  act: Write,
): Promise<number> {
  const fresh = await notYetThere(db, act.events);
  let seq = await numberOf(db, 'seq');
  const rows = fresh.map((event) => newRow({ ...event, device, seq: ++seq } as KnownEvent));
  await addEvents(db, rows, metrics);
  if (rows.length > 0) await putMeta(db, 'seq', seq);

  const isNew = new Set(rows.map((row) => row.id));
  for (const row of act.privates ?? [])
    if (isNew.has(row.event) || (await takes(db, row.event))) await db.privates.add(row);
  for (const item of act.outbox ?? [])
    if (isNew.has(item.id) || !(await db.outbox.get(item.id))) await db.outbox.add(item);
  for (const { name, upTo } of rows.length > 0 ? (act.dropDrafts ?? []) : [])
    await db.shelf
      .where({ name })
      .filter((row) => revisionOf(row.value) <= upTo)
      .delete();
  return rows.length;
}

/** How often a draft was saved; 0 for what does not say. */
function revisionOf(draft: unknown): number {
  const { revision } = (draft ?? {}) as { revision?: unknown };
  return typeof revision === 'number' ? revision : 0;
}

/** An event that is there without words yet; one whose buyer was erased between the act and its repeat takes none. */
async function takes(db: Database, id: EventId): Promise<boolean> {
  const row = await db.events.get(id);
  return row !== undefined && row.event.erased !== true && !(await db.privates.get(id));
}

async function notYetThere(db: Database, events: readonly NewEvent[]): Promise<readonly NewEvent[]> {
  const once = new Map<EventId, NewEvent>();
  for (const event of events) if (!once.has(event.id)) once.set(event.id, event);
  const found = await db.events.bulkGet([...once.keys()]);
  return [...once.values()].filter((_, at) => found[at] === undefined);
}
