import { readEvent } from '../../domain/events/kinds.ts';
import type { Metric } from '../../kpi/shape.ts';
import { putMeta, write } from '../database.ts';
import { addEvents, EVENT_TABLES } from '../log/add-events.ts';
import { newRow } from '../log/rows.ts';
import type { Database } from '../tables.ts';
import { READABLE_KINDS } from './kinds.ts';

/** After an update that reads more kinds: events put aside until now take their place in the log. */
export async function releaseQuarantine(db: Database, metrics: readonly Metric[]): Promise<void> {
  if ((await db.meta.get('kinds'))?.value === READABLE_KINDS) return;
  await write(db, [...EVENT_TABLES, 'quarantine'], async () => {
    const rows = await db.quarantine.toArray();
    const readable = rows.flatMap(({ event }) => {
      const read = readEvent(event);
      return read.kind === 'known' ? [newRow(read.event)] : [];
    });
    const there = await db.events.bulkGet(readable.map((row) => row.id));
    await addEvents(
      db,
      readable.filter((_, at) => there[at] === undefined),
      metrics,
    );
    await db.quarantine.bulkDelete(readable.map((row) => row.id));
    await putMeta(db, 'kinds', READABLE_KINDS);
  });
}
