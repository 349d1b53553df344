import type { EventId, RecordKey } from '../../domain/ids.ts';
import { sharesOf } from '../../kpi/engine.ts';
import { numberOf, putMeta } from '../database.ts';
import { addEvents } from '../log/add-events.ts';
import { isTombstone, newRow } from '../log/rows.ts';
import type { Database, EventRow } from '../tables.ts';
import { tombstoneOf } from './erase.ts';
import { addMissing, rowsOf, tally, type Taken } from './merge.ts';
import type { Broken, ParsedFile } from './parse.ts';
import type { DataWorld } from './world.ts';

/** Was this buyer erased here, at or after this instant? */
export type Gone = (key: RecordKey | null | undefined, at: number) => boolean;

/** Events with all that hangs on them. Private rows and kept counts must belong to an event of this file or of here. */
export async function takeEvents(
  world: DataWorld,
  file: ParsedFile,
  gone: Gone,
): Promise<Taken & { readonly broken: readonly Broken[] }> {
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
    if (!owners.has(row.event)) broken.push({ line, why: 'no-event' });
  for (const { line, row } of file.rows.kept)
    if (!owners.has(row.event)) broken.push({ line, why: 'no-event' });
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

/** Which of these events are stored; many are told from all ids between them, which is faster than one by one. */
async function idsThere(db: Database, ids: readonly EventId[]): Promise<ReadonlySet<EventId>> {
  if (ids.length <= 1000) return new Set((await db.events.bulkGet([...ids])).flatMap((row) => row?.id ?? []));
  const sorted = ids.toSorted();
  const between = db.events.where('id').between(sorted[0], sorted.at(-1), true, true);
  return new Set(await between.primaryKeys());
}
