import type { Table } from 'dexie';
import type { EventId } from '../../domain/ids.ts';
import type { Database } from '../tables.ts';
import { FORMAT, headerSchema, type RowTable } from './lines.ts';
import type { DataWorld } from './world.ts';

/** Rows of one page; small enough for a message between background and page. */
const PAGE = 500;

/** Tables that stand for themselves, in the order of the file. Private rows and outbox travel with their event. */
const PLAIN = [
  'people',
  'instances',
  'links',
  'aliases',
  'goals',
  'coverage',
  'records',
  'deals',
  'dealChanges',
  'erasures',
  'shelf',
] as const satisfies readonly RowTable[];
const ORDER = [...PLAIN, 'events', 'quarantine'] as const;
type Section = (typeof ORDER)[number];

/**
 * One page of the file, as JSON lines; the first begins with the header. A page is one reading of the database, and what
 * belongs to an event comes with it, so that writing meanwhile never leaves a half act in the file.
 */
export async function exportPage(
  world: DataWorld,
  cursor: string | null,
): Promise<{ readonly lines: readonly string[]; readonly next: string | null }> {
  const at = readCursor(cursor);
  if (at === null) return { lines: [], next: null };
  const lines: string[] = [];
  if (cursor === null)
    lines.push(
      JSON.stringify(
        headerSchema.parse({
          touchline: 'export',
          format: FORMAT,
          app: 'touchline',
          schema: world.schema,
          createdAt: world.clock.now(),
        }),
      ),
    );
  const table = world.db.table(at.section);
  const from = at.after === null ? table.orderBy(':id') : table.where(':id').above(at.after);
  return world.db.transaction('r', world.db.tables, async () => {
    const rows: unknown[] = await from.limit(PAGE).toArray();
    lines.push(...(await linesOf(world.db, at.section, rows)));
    const keys = rows.length < PAGE ? [] : [table.schema.primKey.keyPath];
    const next =
      keys.length > 0 ? { section: at.section, after: keyOf(rows.at(-1), keys[0]!) } : after(at.section);
    return { lines, next: next === null ? null : JSON.stringify([next.section, next.after]) };
  });
}

async function linesOf(db: Database, section: Section, rows: readonly unknown[]): Promise<readonly string[]> {
  const line = (t: string, r: unknown) => JSON.stringify({ t, r });
  if (section === 'deals') return rows.map((row) => line('deals', (row as { deal: unknown }).deal));
  if (section === 'quarantine') return rows.map((row) => line('events', (row as { event: unknown }).event));
  if (section !== 'events') return rows.map((row) => line(section, row));
  const events = rows as readonly { id: EventId; event: unknown }[];
  const [first, last] = [events[0]?.id, events.at(-1)?.id];
  if (first === undefined || last === undefined) return [];
  // One range for each table: a get for each event takes ten times as long.
  const of = async <Row>(table: Table<Row, EventId>): Promise<ReadonlyMap<EventId, Row>> => {
    const rows = await table.where(':id').between(first, last, true, true).toArray();
    const path = table.schema.primKey.keyPath as keyof Row;
    return new Map(rows.map((row) => [row[path] as EventId, row]));
  };
  const [kept, privates, outbox] = await Promise.all([of(db.kept), of(db.privates), of(db.outbox)]);
  return events.flatMap(({ id, event }) => [
    line('events', event),
    ...(kept.has(id) ? [line('kept', kept.get(id))] : []),
    ...(privates.has(id) ? [line('privates', privates.get(id))] : []),
    ...(outbox.has(id) ? [line('outbox', outbox.get(id))] : []),
  ]);
}

interface Place {
  readonly section: Section;
  readonly after: unknown;
}

function after(section: Section): Place | null {
  const next = ORDER[ORDER.indexOf(section) + 1];
  return next === undefined ? null : { section: next, after: null };
}

function keyOf(row: unknown, keyPath: string | string[] | undefined): unknown {
  const value = row as Record<string, unknown>;
  return Array.isArray(keyPath) ? keyPath.map((part) => value[part]) : value[keyPath ?? ''];
}

/** Null for a cursor that is not one of ours. */
function readCursor(cursor: string | null): Place | null {
  if (cursor === null) return { section: ORDER[0], after: null };
  try {
    const [section, at] = JSON.parse(cursor) as [Section, unknown];
    return ORDER.includes(section) ? { section, after: at } : null;
  } catch {
    return null;
  }
}
