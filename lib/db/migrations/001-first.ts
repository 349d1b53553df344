import type { Migration } from './migration.ts';

/**
 * `live`, `root`, `about`, `stepOf`, `stepDay` and `dueAt` are on a row only while they mean something: IndexedDB leaves
 * rows without a part of the key out of that index, so lists never step over dead events.
 */
export const first: Migration = {
  version: 1,
  note: 'first tables',
  stores: {
    events:
      'id, root, about, stepOf, event.record, event.body.prospect, [live+event.record+event.at], ' +
      '[live+event.subject+event.kind+event.day+event.at+id], [live+event.subject+stepDay], ' +
      '[live+event.subject+dueAt]',
    privates: 'event, record, prospect, day',
    kept: 'event',
    quarantine: 'id',
    tallies: '[metric+subject+day+currency+dims]',
    members: '[metric+subject+day]',
    builds: 'metric',
    records: 'key, seenAt',
    aliases: 'from, to',
    deals: 'key, [deal.instance+deal.owner+deal.status+closeKey]',
    dealChanges: '[key+at+field]',
    coverage: '[instance+object+owner+how]',
    goals: '[goal+version]',
    people: 'id',
    instances: 'id',
    links: '[instance+remoteId]',
    outbox: 'id, state',
    shelf: 'name',
    erasures: 'key',
    meta: 'name',
  },
};
