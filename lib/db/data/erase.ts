import type { RecordKey } from '../../domain/ids.ts';
import { recordAddress } from '../../domain/ids.ts';
import type { RecordSnapshot } from '../../domain/record.ts';
import { type Day, startOfDay } from '../../domain/time.ts';
import type { Shares } from '../../kpi/engine.ts';
import type { Metric } from '../../kpi/shape.ts';
import { write } from '../database.ts';
import { EVENT_TABLES } from '../log/add-events.ts';
import { isTombstone, settled } from '../log/rows.ts';
import { makeRollup, sharesOfRows } from '../metrics/rollup.ts';
import { sameRecord } from '../records.ts';
import type { Database, DealRow, EventRow, KeptRow, Tombstone } from '../tables.ts';
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

/** Takes a buyer out in one transaction; answers how many rows went or lost their words. */
export function eraseProspect(world: DataWorld, key: RecordKey): Promise<number> {
  const { db, clock, ids, metrics } = world;
  return write(db, ERASE_TABLES, () => eraseInside(db, metrics, key, clock.now(), `erased/${ids.next()}`));
}

/**
 * Inside a running transaction. Private rows, outbox items, drafts and the snapshot go; the bodies of events about the
 * buyer go and leave their envelopes. What those events count for is kept beside them under `pseudonym`, because
 * the counts are about the rep.
 */
export async function eraseInside(
  db: Database,
  metrics: readonly Metric[],
  key: RecordKey,
  at: number,
  pseudonym: string,
): Promise<number> {
  const keys = await sameRecord(db, key);
  let changed = 0;
  const rows = new Map<string, EventRow>();
  for (const index of ['event.record', 'event.body.prospect'])
    for (const row of await db.events.where(index).anyOf(keys).toArray()) rows.set(row.id, row);
  const ids = [...rows.values()].map((row) => row.id);
  changed += await entomb(db, [...rows.values()], keys, metrics, pseudonym);
  changed += await db.privates.where('event').anyOf(ids).delete();
  changed += await db.privates.where('record').anyOf(keys).delete();
  changed += await db.privates.where('prospect').anyOf(keys).delete();
  changed += await db.outbox.where('id').anyOf(ids).delete();
  changed += await db.records.where('key').anyOf(keys).delete();
  changed += await db.deals
    .where('key')
    .anyOf(keys)
    .modify((row: DealRow, to) => {
      to.value = { ...row, deal: unnamed(row.deal) };
    });
  changed += await dropMentions(db, keys);
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

/** Other records of the same CRM that name the buyer as their contact lose that name, with its phone and e-mail. */
async function dropMentions(db: Database, keys: readonly RecordKey[]): Promise<number> {
  const people = keys.map(recordAddress);
  return db.records
    .filter(({ instance, fields }) =>
      people.some((one) => one.instance === instance && one.remoteId === fields.contact?.value?.remoteId),
    )
    .modify((snapshot: RecordSnapshot, to) => {
      const { contact: _c, phone: _p, email: _e, title: _t, ...fields } = snapshot.fields;
      to.value = { ...snapshot, fields };
    });
}

/** Drafts, a running call, dismissals: whatever names the buyer's record. */
async function dropFromShelf(db: Database, keys: readonly string[]): Promise<number> {
  const rows = await db.shelf.toArray();
  const about = rows.filter(({ name, value }) => {
    const text = `${name}\n${JSON.stringify(value)}`;
    return keys.some((key) => text.includes(key));
  });
  await db.shelf.bulkDelete(about.map((row) => row.name));
  return about.length;
}

/**
 * Retention: buyers' words from before this day go, so do snapshots not seen since, the words of deals not seen since,
 * and finished outbox items. Events stay, so counts stay. The day begins in this device's zone.
 */
export function forgetBefore({ db, clock }: DataWorld, day: Day): Promise<number> {
  const since = startOfDay(day, clock.zone());
  return write(db, ['privates', 'records', 'deals', 'outbox'], async () => {
    let changed = await db.privates.where('day').below(day).delete();
    changed += await db.records.where('seenAt').below(since).delete();
    changed += await db.deals
      .filter(({ deal }) => deal.seenAt < since && (deal.name !== '' || deal.account !== null))
      .modify((row: DealRow, to) => {
        to.value = { ...row, deal: unnamed(row.deal) };
      });
    changed += await db.outbox
      .where('state')
      .anyOf('done', 'kept-here', 'cancelled')
      .and((item) => item.createdAt < since)
      .delete();
    return changed;
  });
}
