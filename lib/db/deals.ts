import type { DealStore } from '../domain/ports.ts';
import { write } from './database.ts';
import { AFTER, type Database } from './tables.ts';

export function dealStore(db: Database): DealStore {
  return {
    async put(deals, changes) {
      await write(db, ['deals', 'dealChanges'], async () => {
        await db.deals.bulkPut(deals.map((deal) => ({ key: deal.key, deal, closeKey: deal.closeDay ?? '' })));
        await db.dealChanges.bulkPut(changes);
      });
    },
    async get(key) {
      return (await db.deals.get(key))?.deal ?? null;
    },
    /** Closed deals without a close date come too: a figure must be able to say that it left them out. */
    async ofOwners(owners, from, to) {
      const index = db.deals.where('[deal.instance+deal.owner+deal.status+closeKey]');
      const found = await Promise.all(
        owners.flatMap(({ instance, remoteId }) => {
          const of = (status: string, low: string, high: string, last: boolean) =>
            index.between([instance, remoteId, status, low], [instance, remoteId, status, high], true, last);
          return [
            of('open', '', AFTER, true),
            ...['won', 'lost'].flatMap((status) => [of(status, '', '', true), of(status, from, to, false)]),
          ].map((range) => range.toArray());
        }),
      );
      // One person may be named twice, as user and as employee.
      return [...new Map(found.flat().map((row) => [row.key, row.deal])).values()];
    },
    async changes(key) {
      return db.dealChanges.where('[key+at+field]').between([key, -Infinity], [key, Infinity]).toArray();
    },
    async cover(coverage) {
      await write(db, ['coverage'], () => db.coverage.put(coverage));
    },
    async coverage(instance) {
      return db.coverage
        .where('[instance+object+owner+how]')
        .between([instance, ''], [instance, AFTER])
        .toArray();
    },
  };
}
