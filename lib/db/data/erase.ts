import type { PrivateRow } from '../../domain/events/kinds.ts';
import { type EventId, recordAddress, type RecordKey } from '../../domain/ids.ts';
import type { RecordSnapshot } from '../../domain/record.ts';
import type { Shares } from '../../kpi/engine.ts';
import type { Metric } from '../../kpi/shape.ts';
import { write } from '../database.ts';
import { EVENT_TABLES } from '../log/add-events.ts';
import { isTombstone, settled } from '../log/rows.ts';
import { makeRollup, sharesOfRows } from '../metrics/rollup.ts';
import { sameRecord } from '../records.ts';
import type { Database, DealRow, EventRow, KeptRow, ShelfRow, Tombstone } from '../tables.ts';
import type { DataWorld } from './world.ts';

/** Tables a transaction must hold to erase a buyer. */
export const ERASE_TABLES = [
  ...EVENT_TABLES,
  'privates',
  'outbox',
  'records',
  'aliases',
  'deals',
  'dealChanges',
  'shelf',
  'erasures',
] as const;

export interface Erasure {
  readonly key: RecordKey;
  /** When it was asked for. */
  readonly at: number;
  /** What was written or seen after this instant stays: a buyer may have come back since. */
  readonly upTo: number;
  /** What stands for the buyer in the sets they were counted in. */
  readonly pseudonym: string;
}

/** Takes a buyer out in one transaction; answers how many rows went or lost their words. */
export function eraseProspect({ db, clock, ids, metrics }: DataWorld, key: RecordKey): Promise<number> {
  const erasure = { key, at: clock.now(), upTo: Infinity, pseudonym: `erased/${ids.next()}` };
  return write(db, ERASE_TABLES, () => eraseInside(db, metrics, erasure));
}

/**
 * Inside a running transaction. Private rows, outbox items, drafts and the snapshot go; the bodies of events about the
 * buyer go and leave their envelopes. What those events count for is kept beside them under the pseudonym, because the
 * counts are about the rep.
 */
export async function eraseInside(
  db: Database,
  metrics: readonly Metric[],
  { key, at, upTo, pseudonym }: Erasure,
): Promise<number> {
  const keys = await sameRecord(db, key);
  const rows = new Map<EventId, EventRow>();
  for (const index of ['event.record', 'event.body.prospect'])
    for (const row of await db.events.where(index).anyOf(keys).toArray())
      if (row.event.recordedAt <= upTo) rows.set(row.id, row);
  const ids = [...rows.keys()];
  const about = (row: PrivateRow) => upTo === Infinity || rows.has(row.event);
  let changed = await entomb(db, [...rows.values()], keys, metrics, pseudonym);
  changed += await db.privates.where('event').anyOf(ids).delete();
  changed += await db.privates.where('record').anyOf(keys).and(about).delete();
  changed += await db.privates.where('prospect').anyOf(keys).and(about).delete();
  changed += await db.outbox.where('id').anyOf(ids).delete();
  const seen = db.records.where('key').anyOf(keys);
  changed += await seen.and((snapshot) => snapshot.seenAt <= upTo).delete();
  const deals = db.deals.where('key').anyOf(keys);
  changed += await deals
    .and(({ deal }) => deal.seenAt <= upTo)
    .modify((row: DealRow, to) => {
      to.value = { ...row, deal: unnamed(row.deal) };
    });
  changed += await db.records
    .filter((snapshot) => snapshot.seenAt <= upTo && mentions(snapshot, keys))
    .modify((snapshot: RecordSnapshot, to) => {
      to.value = unmentioned(snapshot);
    });
  changed += await dropFromShelf(db, keys);
  await db.erasures.bulkPut(keys.map((one) => ({ key: one, at })));
  return changed;
}

/** A deal without its words; its money, stage and dates still count for the rep. */
export function unnamed(deal: DealRow['deal']): DealRow['deal'] {
  return { ...deal, name: '', account: null, nextStep: null };
}

async function entomb(
  db: Database,
  rows: readonly EventRow[],
  keys: readonly string[],
  metrics: readonly Metric[],
  pseudonym: string,
): Promise<number> {
  const rollup = makeRollup(db, await db.builds.toArray());
  const readable = rows.filter((row) => !isTombstone(row.event));
  const shares = await sharesOfRows(db, readable, metrics);
  for (const [at, row] of readable.entries()) {
    const { tombstone, kept } = tombstoneOf(row, shares[at]!, keys, pseudonym);
    if (row.counts) {
      rollup.add(row, shares[at]!, -1);
      rollup.add(row, kept, 1);
    }
    await db.kept.put(kept);
    await db.events.put(settled({ ...row, event: tombstone }, row.counts, {}));
  }
  await rollup.flush();
  return readable.length;
}

/** An event without its body, and what it goes on counting for without naming the buyer. */
export function tombstoneOf(
  row: EventRow,
  shares: Shares,
  keys: readonly string[],
  pseudonym: string,
): { readonly tombstone: Tombstone; readonly kept: KeptRow } {
  return {
    tombstone: { ...row.event, erased: true, body: null },
    kept: {
      event: row.id,
      about: row.about ?? null,
      tallies: shares.tallies,
      members: shares.members.map((share) =>
        keys.includes(share.member) ? { ...share, member: pseudonym } : share,
      ),
    },
  };
}

/** Does another record of the same CRM name the buyer as its contact? */
export function mentions({ instance, fields }: RecordSnapshot, keys: readonly RecordKey[]): boolean {
  return keys
    .map(recordAddress)
    .some((one) => one.instance === instance && one.remoteId === fields.contact?.value?.remoteId);
}

/** A record without its contact and what belongs to one. */
export function unmentioned(snapshot: RecordSnapshot): RecordSnapshot {
  const { contact: _c, phone: _p, email: _e, title: _t, ...fields } = snapshot.fields;
  return { ...snapshot, fields };
}

/** Drafts, a running call, dismissals: whatever names the buyer's record. */
async function dropFromShelf(db: Database, keys: readonly string[]): Promise<number> {
  const about = (await db.shelf.toArray()).filter((row) => namesAny(row, keys));
  await db.shelf.bulkDelete(about.map((row) => row.name));
  return about.length;
}

export function namesAny({ name, value }: ShelfRow, keys: readonly string[]): boolean {
  const text = `${name}\n${JSON.stringify(value)}`;
  return keys.some((key) => text.includes(key));
}
