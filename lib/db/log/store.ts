import type { EventKind, EventOf, KnownEvent } from '../../domain/events/kinds.ts';
import type { DeviceId, PersonId } from '../../domain/ids.ts';
import { EVENT_KINDS } from '../../domain/events/kinds.ts';
import type { LogStore } from '../../domain/ports.ts';
import type { Day } from '../../domain/time.ts';
import type { Metric } from '../../kpi/shape.ts';
import { sameRecord } from '../records.ts';
import { AFTER, type Database, type EventRow } from '../tables.ts';
import { activities } from './activities.ts';
import { append } from './append.ts';
import { isTombstone } from './rows.ts';

export function logStore(
  db: Database,
  self: { readonly device: DeviceId },
  metrics: readonly Metric[],
): LogStore {
  return {
    append: (act) => append(db, self.device, metrics, act),
    async event(id) {
      const row = await db.events.get(id);
      return row ? known(row) : null;
    },
    async private(id) {
      return (await db.privates.get(id)) ?? null;
    },
    async ofRecord(key, limit) {
      const found: EventRow[] = [];
      for (const one of await sameRecord(db, key))
        found.push(
          ...(await db.events
            .where('[live+event.record+event.at]')
            .between([1, one, -Infinity], [1, one, Infinity])
            .reverse()
            .limit(limit)
            .toArray()),
        );
      return read(
        found.toSorted((a, b) => b.event.at - a.event.at || (a.id < b.id ? 1 : -1)).slice(0, limit),
      );
    },
    async ofDays(subject, kinds, from, to) {
      const found: EventRow[] = [];
      for (const kind of new Set(kinds))
        found.push(...(await listed(db, subject, kind, from).belowDay(to).toArray()));
      return read(found.toSorted((a, b) => a.event.at - b.event.at || (a.id < b.id ? -1 : 1)));
    },
    activities: (filter) => activities(db, filter),
    async openSteps(subject, until) {
      const rows = await db.events
        .where('[live+event.subject+stepDay]')
        .between([1, subject, ''], [1, subject, until], true, true)
        .toArray();
      const steps = read(rows) as readonly EventOf<'nextstep.set'>[];
      return steps.toSorted((a, b) => order(a.body.day, b.body.day) || timeOf(a) - timeOf(b));
    },
    async meetingsDue(subject, now) {
      const rows = await db.events
        .where('[live+event.subject+dueAt]')
        .between([1, subject, -Infinity], [1, subject, now], true, true)
        .toArray();
      // A moved meeting is due when it was moved to, not when it was first booked for.
      return rows.map((row) => {
        const event = known(row) as EventOf<'activity.logged'>;
        return { ...event, body: { ...event.body, meetingAt: row.dueAt ?? event.body.meetingAt } };
      });
    },
    async firstDay(subject) {
      const kinds = Object.keys(EVENT_KINDS) as EventKind[];
      const firsts = await Promise.all(
        kinds.map((kind) => listed(db, subject, kind, '').belowDay(AFTER).first()),
      );
      return firsts.reduce<Day | null>((least, row) => {
        const day = row?.event.day ?? null;
        return day !== null && (least === null || day < least) ? day : least;
      }, null);
    },
  };
}

/** Live events of one kind from a day on, oldest first, by index. */
function listed(db: Database, subject: PersonId, kind: EventKind, from: string) {
  const index = db.events.where('[live+event.subject+event.kind+event.day+event.at+id]');
  return {
    belowDay: (to: string) => index.between([1, subject, kind, from, -Infinity], [1, subject, kind, to]),
  };
}

function known(row: EventRow): KnownEvent | null {
  return isTombstone(row.event) ? null : row.event;
}

function read(rows: readonly EventRow[]): readonly KnownEvent[] {
  return rows.flatMap((row) => known(row) ?? []);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A step without a clock time comes after those with one. */
function timeOf(step: EventOf<'nextstep.set'>): number {
  return step.body.at ?? Number.MAX_SAFE_INTEGER;
}
