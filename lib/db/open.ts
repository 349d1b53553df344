import type { DeviceId } from '../domain/ids.ts';
import type { Clock, Ids, OpenOutcome, Store } from '../domain/ports.ts';
import { METRICS } from '../kpi/catalog.ts';
import type { Metric } from '../kpi/shape.ts';
import { dataStore } from './data/store.ts';
import { releaseQuarantine } from './data/release.ts';
import { type Engine, makeDatabase, numberOf, putMeta, write } from './database.ts';
import { dealStore } from './deals.ts';
import { faultOf } from './faults.ts';
import { takeFreshLog } from './fresh-log.ts';
import { goalStore } from './goals.ts';
import { logStore } from './log/store.ts';
import { noteDefinitions } from './metrics/rebuild.ts';
import { metricStore } from './metrics/store.ts';
import { MIGRATIONS } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import { outboxStore } from './outbox.ts';
import { peopleStore } from './people.ts';
import { recordStore } from './records.ts';
import { shelfStore } from './shelf.ts';
import type { Database } from './tables.ts';

export interface OpenOptions extends Engine {
  readonly name: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The catalog, unless a test brings another definition. */
  readonly metrics?: readonly Metric[];
  /** All of them, unless a test plays an older or a newer build. */
  readonly migrations?: readonly Migration[];
  /** A newer build wants the database: this store answers no more, and must not be opened again. */
  readonly onSuperseded?: () => void;
  /** The browser has closed the database, mostly for a full disk: this store answers no more. */
  readonly onLost?: () => void;
  /** Its last write may have been torn by a full disk: see `takeFreshLog`. */
  readonly freshLog?: boolean;
}

/** Wait before the one retry: Chromium's "internal error opening backing store" is over by then or stays. */
const RETRY_MS = 250;

/**
 * Opens the database, bringing it up to date. Never throws, never starts afresh by itself, and does not touch a database
 * of a newer build. A failed upgrade leaves it as it was. When a newer build wants to open it, this one lets go: later
 * calls fail with `updated`.
 */
export async function openStore(options: OpenOptions): Promise<OpenOutcome> {
  try {
    return await attempt(options);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  try {
    return await attempt(options);
  } catch (error) {
    return { kind: 'failed', fault: faultOf(error).fault };
  }
}

async function attempt(options: OpenOptions): Promise<OpenOutcome> {
  const migrations = options.migrations ?? MIGRATIONS;
  const metrics = options.metrics ?? METRICS;
  const known = Math.max(...migrations.map((migration) => migration.version));
  const db = makeDatabase(options.name, migrations, options);
  let ready = false;
  const leave = () => {
    ready = false;
    db.close({ disableAutoOpen: true });
  };
  db.on('versionchange', () => {
    leave();
    options.onSuperseded?.();
    return false;
  });
  // The browser may close a connection by itself (a failing disk, site data cleared). It is left closed, and each later
  // call answers or throws that it is: on a full disk, opening it again at once can cost the whole of it.
  db.on('close', () => {
    if (!ready) return;
    leave();
    options.onLost?.();
  });
  try {
    if (options.freshLog === true) await takeFreshLog(options.indexedDB ?? globalThis.indexedDB);
    const met = await openKnown(db, options, known);
    if (met > known) {
      leave();
      return { kind: 'too-new', found: met, known };
    }
    const device = await ownDevice(db, options.ids);
    await noteDefinitions(db, metrics);
    await releaseQuarantine(db, metrics);
    ready = true;
    return { kind: 'ready', store: makeStore(db, device, metrics, known, options) };
  } catch (error) {
    leave();
    throw error;
  }
}

/**
 * Opens a handle unless the database on the disk is newer than this build knows; answers the version met. Dexie opens a
 * newer one without a word and may even alter it, so our own look comes first; a second one catches a build that
 * upgraded it in between.
 */
async function openKnown(db: Database, { name, indexedDB }: OpenOptions, known: number): Promise<number> {
  const found = await versionOnDisk(name, indexedDB ?? globalThis.indexedDB);
  if (found > known) return found;
  await db.open();
  return schemaOf(db.backendDB());
}

/** Dexie keeps its own version times ten. */
function schemaOf(database: IDBDatabase): number {
  return Math.floor(database.version / 10);
}

/** Schema version on the disk, 0 when there is no database; looking does not make one. */
function versionOnDisk(name: string, indexedDB: IDBFactory): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let fresh = false;
    request.onupgradeneeded = () => {
      fresh = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const found = schemaOf(request.result);
      request.result.close();
      resolve(found);
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (fresh) resolve(0);
      else reject(request.error ?? new Error('the database does not open'));
    };
  });
}

async function ownDevice(db: Database, ids: Ids): Promise<DeviceId> {
  const known = (await db.meta.get('device'))?.value;
  if (known !== undefined) return known as DeviceId;
  return write(db, [], async () => {
    const first = (await db.meta.get('device'))?.value ?? ids.next();
    await putMeta(db, 'device', first);
    return first as DeviceId;
  });
}

function makeStore(
  db: Database,
  device: DeviceId,
  metrics: readonly Metric[],
  schema: number,
  { clock, ids }: Pick<OpenOptions, 'clock' | 'ids'>,
): Store {
  // Erasing everything makes this another device.
  const self = { device };
  return {
    get device() {
      return self.device;
    },
    log: logStore(db, self, metrics),
    metrics: metricStore(db, metrics),
    records: recordStore(db),
    deals: dealStore(db),
    goals: goalStore(db),
    people: peopleStore(db),
    outbox: outboxStore(db),
    shelf: shelfStore(db),
    data: dataStore({ db, metrics, schema, clock, ids, self }),
    revision: () => numberOf(db, 'revision'),
  };
}
