import { Dexie } from 'dexie';
import type { Migration } from './migrations/migration.ts';
import type { Database, MetaRow, Tables } from './tables.ts';

export interface Engine {
  readonly indexedDB?: IDBFactory | undefined;
  readonly IDBKeyRange?: typeof IDBKeyRange | undefined;
}

/** A closed handle with every migration declared. */
export function makeDatabase(name: string, migrations: readonly Migration[], engine: Engine): Database {
  const db = new Dexie(name, {
    autoOpen: false,
    // A commit is on the disk when it is answered: nothing typed is lost by a crash (law 4).
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    ...(engine.indexedDB ? { indexedDB: engine.indexedDB } : {}),
    ...(engine.IDBKeyRange ? { IDBKeyRange: engine.IDBKeyRange } : {}),
  });
  // A connection that the browser has closed is not opened again behind our back, as Dexie would three times: on a full
  // disk that can cost the whole database (open.ts says when it is opened).
  const { _state } = db as unknown as { _state: object };
  Object.defineProperty(_state, 'PR1398_maxLoop', { get: () => 0, set() {} });
  for (const { version, stores, upgrade } of migrations) {
    const declared = db.version(version).stores({ ...stores });
    if (upgrade) declared.upgrade(upgrade);
  }
  return db as Database;
}

/** One write transaction over these tables; the revision rises with it. */
export function write<T>(db: Database, tables: readonly (keyof Tables)[], run: () => Promise<T>): Promise<T> {
  return db.transaction('rw', [...tables, 'meta'], async () => {
    const answer = await run();
    await putMeta(db, 'revision', (await numberOf(db, 'revision')) + 1);
    return answer;
  });
}

/** A counter of the meta table; 0 when it was never set. */
export async function numberOf(db: Database, name: 'seq' | 'revision'): Promise<number> {
  return Number((await db.meta.get(name))?.value ?? 0);
}

export async function putMeta(db: Database, name: MetaRow['name'], value: string | number): Promise<void> {
  await db.meta.put({ name, value });
}
