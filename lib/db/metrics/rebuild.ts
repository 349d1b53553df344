import type { Metric } from '../../kpi/shape.ts';
import { write } from '../database.ts';
import { EVENT_TABLES } from '../log/add-events.ts';
import { AFTER, type BuildRow, type Database, type EventRow } from '../tables.ts';
import { makeRollup, sharesOfRows } from './rollup.ts';

/** Events of one step: one transaction, so that a step is done or not. */
const STEP = 1000;

/**
 * Notes for every metric which definition its rows belong to. One whose version is another, or that is new to a log
 * with events, begins at the first event; rows of its other versions go. To be called once after opening.
 */
export async function noteDefinitions(db: Database, metrics: readonly Metric[]): Promise<void> {
  const counted = metrics.filter((metric) => metric.shape !== 'table');
  const builds = new Map((await db.builds.toArray()).map((build) => [build.metric, build]));
  const changed = counted.filter((metric) => builds.get(metric.id)?.version !== metric.version);
  if (changed.length === 0) return;
  await write(db, EVENT_TABLES, async () => {
    const empty = (await db.events.limit(1).count()) === 0;
    for (const { id, version } of changed) await beginBuild(db, { metric: id, version, done: empty });
  });
}

/** Clears all rows of a metric and sets its cursor before the first event. Inside a running transaction. */
export async function beginBuild(
  db: Database,
  { metric, version, done }: { readonly metric: string; readonly version: number; readonly done: boolean },
): Promise<void> {
  const from = `${metric}@`;
  await db.tallies
    .where('[metric+subject+day+currency+dims]')
    .between([from], [from + AFTER])
    .delete();
  await db.members
    .where('[metric+subject+day]')
    .between([from], [from + AFTER])
    .delete();
  await db.builds.put({ metric, version, cursor: '', done });
}

/**
 * Builds the rows of every stale metric from the events, step by step from where the last run stopped. Events written
 * meanwhile are counted once: by their own transaction behind the cursor, by this one before it. Nothing stale: nothing
 * happens. `onProgress` gets events done and events in all.
 */
export async function rebuild(
  db: Database,
  metrics: readonly Metric[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const pending = (await db.builds.toArray()).filter((build) => !build.done);
  if (pending.length === 0) return;
  const total = await db.events.count();
  let done = await db.events.where('id').belowOrEqual(leastOf(pending)).count();
  for (;;) {
    const counted = await step(db, metrics);
    if (counted === null) break;
    done = Math.min(total, done + counted);
    onProgress(done, total);
  }
}

function leastOf(builds: readonly BuildRow[]): string {
  return builds.reduce((least, build) => (build.cursor < least ? build.cursor : least), AFTER);
}

/** One step; answers how many events it went through, or null when every metric was done already. */
function step(db: Database, metrics: readonly Metric[]): Promise<number | null> {
  return write(db, EVENT_TABLES, async () => {
    const pending = (await db.builds.toArray()).filter((build) => !build.done);
    if (pending.length === 0) return null;
    const rows = await db.events.where('id').above(leastOf(pending)).limit(STEP).toArray();
    const end = rows.length < STEP ? AFTER : rows.at(-1)!.id;
    for (const behind of Map.groupBy(pending, (build) => build.cursor).values()) {
      const moved = behind
        .filter((build) => build.cursor < end)
        .map((build) => ({ ...build, cursor: end, done: end === AFTER }));
      await countInto(
        db,
        moved,
        rows.filter((row) => row.id > behind[0]!.cursor),
        metrics,
      );
    }
    return rows.length;
  });
}

async function countInto(
  db: Database,
  builds: readonly BuildRow[],
  rows: readonly EventRow[],
  metrics: readonly Metric[],
): Promise<void> {
  const rollup = makeRollup(db, builds);
  const counting = rows.filter((row) => row.counts);
  const shares = await sharesOfRows(db, counting, metrics);
  for (const [at, row] of counting.entries()) rollup.add(row, shares[at]!, 1);
  await rollup.flush();
  await db.builds.bulkPut(builds);
}
