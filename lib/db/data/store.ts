import type { DataStore } from '../../domain/ports.ts';
import type { DeviceId } from '../../domain/ids.ts';
import { putMeta } from '../database.ts';
import { beginBuild } from '../metrics/rebuild.ts';
import { eraseProspect } from './erase.ts';
import { exportPage } from './export.ts';
import { importLines } from './import.ts';
import { READABLE_KINDS } from './kinds.ts';
import { forgetBefore } from './retention.ts';
import type { DataWorld } from './world.ts';

export function dataStore(world: DataWorld): DataStore {
  return {
    schema: world.schema,
    summary: () => summary(world),
    exportPage: (cursor) => exportPage(world, cursor),
    importLines: (lines, dryRun) => importLines(world, lines, dryRun),
    eraseEverything: () => eraseEverything(world),
    eraseProspect: (key) => eraseProspect(world, key),
    forgetBefore: (day) => forgetBefore(world, day),
  };
}

function summary({ db }: DataWorld): Promise<readonly { table: string; count: number }[]> {
  return db.transaction('r', db.tables, () =>
    Promise.all(db.tables.map(async (table) => ({ table: table.name, count: await table.count() }))),
  );
}

/** Every row of every table, the device's id too: what is written next is of a new device, and counts from 1. */
function eraseEverything({ db, ids, metrics, self }: DataWorld): Promise<number> {
  return db
    .transaction('rw', db.tables, async () => {
      let rows = 0;
      const revision = Number((await db.meta.get('revision'))?.value ?? 0);
      for (const table of db.tables) {
        rows += await table.count();
        await table.clear();
      }
      const device = ids.next() as DeviceId;
      await putMeta(db, 'device', device);
      await putMeta(db, 'kinds', READABLE_KINDS);
      // Pages that slept must see that something happened, so this one number goes on.
      await putMeta(db, 'revision', revision + 1);
      for (const { id, version, shape } of metrics)
        if (shape !== 'table') await beginBuild(db, { metric: id, version, done: true });
      return { rows, device };
    })
    .then(({ rows, device }) => {
      self.device = device;
      return rows;
    });
}
