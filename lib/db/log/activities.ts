import type { EventOf } from '../../domain/events/kinds.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { ActivityFilter, ActivityRow } from '../../domain/ports.ts';
import { AFTER, type Database, type EventRow } from '../tables.ts';
import { isTombstone } from './rows.ts';

const KIND = 'activity.logged';
const STEP = 200;
/** Rows looked at in one call before it answers with what it has and a cursor: about a quarter of a second. */
const REACH = 4000;

type Activity = EventOf<'activity.logged'>;

/**
 * One page of the activity list, newest day first. A page may be short, or empty, and still have a `next`: a rare text is
 * looked for a bounded number of rows at a time.
 */
export async function activities(
  db: Database,
  filter: ActivityFilter,
): Promise<{ readonly rows: readonly ActivityRow[]; readonly next: string | null }> {
  const found: ActivityRow[] = [];
  const needle = fold(filter.find);
  let cursor = readCursor(filter.before);
  const step = needle === '' && filter.channel === null && filter.outcome === null ? filter.limit : STEP;
  for (let looked = 0; looked < REACH; looked += step) {
    const rows = await stepBack(db, filter, cursor, step);
    const fitting = rows.map(activityOf).filter((event) => fits(event, filter));
    const privates = await db.privates.bulkGet(fitting.map((event) => event.id));
    for (const [at, event] of fitting.entries()) {
      const own = privates[at] ?? null;
      if (!fold(`${own?.text ?? ''}\n${own?.who ?? ''}\n${own?.phone ?? ''}`).includes(needle)) continue;
      found.push({ event, private: own });
      if (found.length === filter.limit) return { rows: found, next: cursorOf(event) };
    }
    const last = rows.at(-1);
    if (!last || rows.length < step) return { rows: found, next: null };
    cursor = last.event;
  }
  return { rows: found, next: cursor ? cursorOf(cursor) : null };
}

interface Cursor {
  readonly day: string;
  readonly at: number;
  readonly id: string;
}

/** The next rows before a cursor, by index: newest first, those of one instant by id. */
function stepBack(
  db: Database,
  { subject, from, to }: { subject: PersonId; from: string | null; to: string | null },
  before: Cursor | null,
  count: number,
): Promise<readonly EventRow[]> {
  const of = [1, subject, KIND];
  const top = before === null ? [...of, to ?? AFTER] : [...of, before.day, before.at, before.id];
  return db.events
    .where('[live+event.subject+event.kind+event.day+event.at+id]')
    .between([...of, from ?? ''], top, true, false)
    .reverse()
    .limit(count)
    .toArray();
}

function activityOf(row: EventRow): Activity {
  if (isTombstone(row.event) || row.event.kind !== KIND)
    throw new Error('an index listed what is no activity');
  return row.event;
}

function fits({ body }: Activity, { channel, outcome }: ActivityFilter): boolean {
  return (channel === null || body.channel === channel) && (outcome === null || body.outcome === outcome);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

function cursorOf({ day, at, id }: Cursor): string {
  return `${day} ${at} ${id}`;
}

function readCursor(text: string | null): Cursor | null {
  const match = /^(\d{4}-\d{2}-\d{2}) (-?\d+) (\w{26})$/.exec(text ?? '');
  return match ? { day: match[1]!, at: Number(match[2]), id: match[3]! } : null;
}
