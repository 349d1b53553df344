import type { RecordKey } from '../../domain/ids.ts';
import type { MetricStore } from '../../domain/ports.ts';
import type { Day } from '../../domain/time.ts';
import type { Metric } from '../../kpi/shape.ts';
import type { Database } from '../tables.ts';
import { rebuild } from './rebuild.ts';
import { stored } from './rollup.ts';

/** Reads day rows only, never events. A metric id that is not in the catalog is a bug of the caller and throws. */
export function metricStore(db: Database, metrics: readonly Metric[]): MetricStore {
  const named = (id: string): { readonly name: string; readonly shape: Metric['shape'] } => {
    const metric = metrics.find((one) => one.id === id);
    if (!metric) throw new Error(`no such metric: ${id}`);
    return { name: stored({ metric: id, version: metric.version }), shape: metric.shape };
  };
  const tallyRows = (name: string, subject: string, from: Day, to: Day) =>
    db.tallies
      .where('[metric+subject+day+currency+dims]')
      .between([name, subject, from], [name, subject, to])
      .toArray();
  const memberDays = async (name: string, subject: string, from: Day, to: Day) => {
    const rows = await db.members
      .where('[metric+subject+day]')
      .between([name, subject, from], [name, subject, to])
      .toArray();
    return rows.flatMap(({ day, members }) => members.map(([member]) => ({ day, member })));
  };

  return {
    async tally(metric, subject, from, to) {
      const sums: Record<string, number> = {};
      for (const row of await tallyRows(named(metric).name, subject, from, to))
        sums[row.currency] = (sums[row.currency] ?? 0) + row.amount;
      return sums;
    },
    async members(metric, subject, from, to) {
      const one = await oneOfEach(db);
      const keys = await memberDays(named(metric).name, subject, from, to);
      return new Set(keys.map(({ member }) => one(member))).size;
    },
    async daily(metric, subject, from, to) {
      const { name, shape } = named(metric);
      const days = new Map<string, { day: Day; amount: number; currency: string }>();
      const add = (day: Day, currency: string, amount: number) => {
        const found = days.get(`${day} ${currency}`);
        if (found) found.amount += amount;
        else days.set(`${day} ${currency}`, { day, amount, currency });
      };
      if (shape === 'set') {
        const one = await oneOfEach(db);
        const seen = (await memberDays(name, subject, from, to)).map(
          ({ day, member }) => `${day} ${one(member)}`,
        );
        for (const each of new Set(seen)) add(each.slice(0, 10) as Day, '', 1);
      } else
        for (const row of await tallyRows(name, subject, from, to)) add(row.day, row.currency, row.amount);
      return [...days.values()];
    },
    async stale() {
      return (await db.builds.toArray()).filter((build) => !build.done).map((build) => build.metric);
    },
    rebuild: (onProgress) => rebuild(db, metrics, onProgress),
  };
}

/** A converted lead and the contact it became are one person worked: members are read through the aliases. */
async function oneOfEach(db: Database): Promise<(member: string) => string> {
  const to = new Map((await db.aliases.toArray()).map((row) => [row.from as string, row.to]));
  return (member) => {
    let at = member;
    for (let hops = 0; hops < to.size; hops += 1) {
      const next: RecordKey | undefined = to.get(at);
      if (next === undefined) break;
      at = next;
    }
    return at;
  };
}
