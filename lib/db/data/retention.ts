import { type Day, startOfDay } from '../../domain/time.ts';
import { write } from '../database.ts';
import type { DealRow } from '../tables.ts';
import { unnamed } from './erase.ts';
import type { DataWorld } from './world.ts';

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
