import type { Table } from 'dexie';
import type { EventId, RecordKey } from '../../domain/ids.ts';
import { putMeta, numberOf, write } from '../database.ts';
import { addEvents } from '../log/add-events.ts';
import { isTombstone, newRow } from '../log/rows.ts';
import { sharesOf } from '../../kpi/engine.ts';
import type { Database, EventRow } from '../tables.ts';
import { ERASE_TABLES, eraseInside, mentions, namesAny, tombstoneOf, unmentioned, unnamed } from './erase.ts';
import type { RowTable } from './lines.ts';
import { type Broken, parseFile, type ParsedFile } from './parse.ts';
import { takeOver } from './take-over.ts';
import type { DataWorld } from './world.ts';

export interface ImportAnswer {
  readonly added: number;
  readonly known: number;
  readonly newer: number;
  readonly broken: readonly Broken[];
}

/** Thrown to undo a dry run: the same code ran, and nothing of it stays. */
class Undo extends Error {
  readonly answer: ImportAnswer;
  constructor(answer: ImportAnswer) {
    super('undo');
    this.answer = answer;
  }
}

/**
 * Takes a whole file in, in one transaction. With a broken line nothing is written: the caller may leave those lines out
 * and ask again. What is here already stays as it is and counts as known; events of newer kinds are put aside and count
 * as newer. A dry run does all of it and undoes it.
 */
export async function importLines(
  world: DataWorld,
  lines: readonly string[],
  dryRun: boolean,
): Promise<ImportAnswer> {
  const file = parseFile(lines, world.schema);
  const tables = [
    ...ERASE_TABLES,
    'quarantine',
    'goals',
    'coverage',
    'people',
    'instances',
    'links',
  ] as const;
  try {
    return await write(world.db, tables, async () => {
      const answer = await takeIn(world, file);
      if (dryRun || answer.broken.length > 0)
        throw new Undo(dryRun ? answer : { ...answer, added: 0, newer: 0 });
      return answer;
    });
  } catch (error) {
    if (error instanceof Undo) return error.answer;
    throw error;
  }
}

async function takeIn(world: DataWorld, file: ParsedFile): Promise<ImportAnswer> {
  const { db, metrics } = world;
  const count = { added: 0, known: 0 };
  const broken = [...file.broken, ...(await takeOver(world, file.rows))];

  const erased = new Map((await db.erasures.toArray()).map((row) => [row.key, row.at]));
  const gone: Gone = (key, at) => key != null && (erased.get(key) ?? -Infinity) >= at;

  for (const table of ['people', 'instances', 'links', 'aliases', 'goals', 'dealChanges'] as const)
    tally(count, await addMissing(db, table, rowsOf(file, table)));
  const shelf = rowsOf(file, 'shelf').filter((row) => !namesAny(row, [...erased.keys()]));
  tally(count, await addMissing(db, 'shelf', shelf));
  tally(count, await addNewer(db.coverage, rowsOf(file, 'coverage'), (row) => row.asOf));
  const seen = rowsOf(file, 'records')
    .filter((row) => !gone(row.key, row.seenAt))
    .map((row) => {
      const keys = [...erased].filter(([, at]) => at >= row.seenAt).map(([key]) => key);
      return mentions(row, keys) ? unmentioned(row) : row;
    });
  tally(count, await addNewer(db.records, seen, (row) => row.seenAt));
  const deals = rowsOf(file, 'deals')
    .map((deal) => (gone(deal.key, deal.seenAt) ? unnamed(deal) : deal))
    .map((deal) => ({ key: deal.key, deal, closeKey: deal.closeDay ?? '' }));
  tally(count, await addNewer(db.deals, deals, (row) => row.deal.seenAt));

  const events = await takeEvents(world, file, gone);
  tally(count, events);
  broken.push(...events.broken);

  for (const { key, at } of rowsOf(file, 'erasures')) {
    if (gone(key, at)) count.known += 1;
    else {
      await eraseInside(db, metrics, { key, at, upTo: at, pseudonym: `erased/${world.ids.next()}` });
      count.added += 1;
    }
  }
  return { ...count, newer: file.newer.length, broken: broken.toSorted((a, b) => a.line - b.line) };
}

type Gone = (key: RecordKey | null | undefined, at: number) => boolean;

/** Events with all that hangs on them. Private rows and kept counts must belong to an event of this file or of here. */
async function takeEvents(world: DataWorld, file: ParsedFile, gone: Gone) {
  const { db, metrics, self } = world;
  const count = { added: 0, known: 0 };
  const broken: Broken[] = [];
  const stored = await idsThere(
    db,
    file.events.map(({ event }) => event.id),
  );
  const keptRows = new Map(file.rows.kept.map(({ row }) => [row.event, row]));
  const fresh = new Map<EventId, EventRow>();
  for (const { event } of file.events) {
    if (stored.has(event.id) || fresh.has(event.id)) {
      count.known += 1;
      continue;
    }
    const kept = keptRows.get(event.id);
    const row = newRow(event, kept?.about ?? undefined);
    fresh.set(event.id, row);
    count.added += 1;
    if (isTombstone(event)) {
      if (kept) await db.kept.add(kept);
      continue;
    }
    const prospect = event.kind === 'activity.logged' ? event.body.prospect : null;
    if (!gone(event.record, event.recordedAt) && !gone(prospect, event.recordedAt)) continue;
    const keys = [event.record, prospect].flatMap((key) => key ?? []);
    const left = tombstoneOf(row, sharesOf(event, metrics), keys, `erased/${world.ids.next()}`);
    await db.kept.add(left.kept);
    fresh.set(event.id, newRow(left.tombstone, row.about));
  }
  await addEvents(db, [...fresh.values()], metrics);
  const ours = file.events.filter(({ event }) => event.device === self.device).map(({ event }) => event.seq);
  await putMeta(
    db,
    'seq',
    ours.reduce((most, seq) => Math.max(most, seq), await numberOf(db, 'seq')),
  );

  const named = [
    ...[...file.rows.privates, ...file.rows.kept].map(({ row }) => row.event),
    ...file.rows.outbox.map(({ row }) => row.id),
  ];
  const owners = new Map<EventId, EventRow>(fresh);
  const older = await db.events.bulkGet(named.filter((id) => !fresh.has(id)));
  for (const row of older) if (row) owners.set(row.id, row);
  for (const { line, row } of file.rows.privates)
    if (!owners.has(row.event)) broken.push({ line, why: 'privates: belongs to no event' });
  for (const { line, row } of file.rows.kept)
    if (!owners.has(row.event)) broken.push({ line, why: 'kept: belongs to no event' });
  const readable = rowsOf(file, 'privates').filter((row) => {
    const owner = owners.get(row.event);
    return owner !== undefined && !isTombstone(owner.event);
  });
  tally(count, await addMissing(db, 'privates', readable));
  const going = rowsOf(file, 'outbox').filter((item) => owners.get(item.id)?.event.erased !== true);
  tally(count, await addMissing(db, 'outbox', going));
  const aside = await db.quarantine.bulkGet(file.newer.map((row) => row.id));
  await db.quarantine.bulkAdd(file.newer.filter((_, at) => aside[at] === undefined));
  return { ...count, broken };
}

/** Which of these events are stored; many are told from all ids at once, which is faster than one by one. */
async function idsThere(db: Database, ids: readonly EventId[]): Promise<ReadonlySet<EventId>> {
  if (ids.length > 1000) return new Set(await db.events.toCollection().primaryKeys());
  const rows = await db.events.bulkGet([...ids]);
  return new Set(rows.flatMap((row) => row?.id ?? []));
}

function rowsOf<T extends RowTable>(file: ParsedFile, table: T) {
  return file.rows[table].map(({ row }) => row);
}

function tally(count: { added: number; known: number }, more: { added: number; known: number }): void {
  count.added += more.added;
  count.known += more.known;
}

/** Adds rows whose key is not there yet; of several with one key in the file the first. */
function addMissing(db: Database, name: RowTable, rows: readonly unknown[]) {
  return addNewer(db.table(name), rows, () => 0);
}

/** Adds rows whose key is not there, and puts those over older ones that `age` tells are newer. */
async function addNewer<Row, Key>(
  table: Table<Row, Key>,
  rows: readonly Row[],
  age: (row: Row) => number,
): Promise<{ added: number; known: number }> {
  const path = table.schema.primKey.keyPath ?? '';
  const keyOf = (row: Row): unknown => {
    const value = row as Record<string, unknown>;
    return Array.isArray(path) ? path.map((part) => value[part]) : value[path];
  };
  const once = new Map<string, Row>();
  for (const row of rows) {
    const name = JSON.stringify(keyOf(row));
    const other = once.get(name);
    if (other === undefined || age(row) > age(other)) once.set(name, row);
  }
  const mine = [...once.values()];
  const there = await table.bulkGet(mine.map((row) => keyOf(row) as Key));
  const wanted = mine.filter((row, at) => {
    const old = there[at];
    return old === undefined || age(row) > age(old);
  });
  await table.bulkPut(wanted);
  return { added: wanted.length, known: rows.length - wanted.length };
}
