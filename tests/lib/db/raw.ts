import { makeDatabase } from '@/lib/db/database';
import { beginBuild } from '@/lib/db/metrics/rebuild';
import { MIGRATIONS } from '@/lib/db/migrations/all';
import type { Database, Tables } from '@/lib/db/tables';
import type { Store } from '@/lib/domain/ports';
import { METRICS } from '@/lib/kpi/catalog';
import type { Disk } from './support';

/** The tables themselves, for what the store does not show. */
export async function raw<T>(disk: Disk, look: (db: Database) => Promise<T>): Promise<T> {
  const db = makeDatabase('touchline', MIGRATIONS, disk);
  await db.open();
  try {
    return await look(db);
  } finally {
    db.close();
  }
}

/** Every day row of the rollups, with whether rebuilding is done. */
export function rollups(disk: Disk): Promise<unknown> {
  return raw(disk, async (db) => ({
    tallies: await db.tallies.toArray(),
    members: (await db.members.toArray()).flatMap(({ members, ...row }) =>
      members.map(([member, count]) => ({ ...row, member, count })),
    ),
    done: (await db.builds.toArray()).every((build) => build.done),
  }));
}

/** Forgets all rollups and builds them from the events. */
export async function rebuildAll(disk: Disk, store: Store): Promise<void> {
  await raw(disk, (db) =>
    db.transaction('rw', [db.tallies, db.members, db.builds], async () => {
      for (const { id, version, shape } of METRICS)
        if (shape !== 'table') await beginBuild(db, { metric: id, version, done: false });
    }),
  );
  await store.metrics.rebuild(() => {});
}

export async function counts(disk: Disk): Promise<Readonly<Record<string, number>>> {
  return raw(disk, async (db) => {
    const each = db.tables.map(async (table) => [table.name, await table.count()] as const);
    return Object.fromEntries(await Promise.all(each)) as Record<keyof Tables, number>;
  });
}
