import type { KnownEvent } from '../../domain/events/kinds.ts';
import type { Day } from '../../domain/time.ts';
import type { EventRow, Tombstone } from '../tables.ts';

export function isTombstone(event: KnownEvent | Tombstone): event is Tombstone {
  return event.erased === true;
}

/** A row for a new event, before its place among corrections is known. */
export function newRow(event: KnownEvent | Tombstone, about?: EventRow['about']): EventRow {
  const answers = !isTombstone(event) && event.kind === 'meeting.resolved' ? event.body.activity : about;
  const step = event.kind === 'nextstep.set' || event.kind === 'nextstep.closed';
  return {
    id: event.id,
    event,
    counts: false,
    ...(answers === undefined ? {} : { about: answers }),
    ...(step ? { stepOf: `${event.subject}/${event.record ?? event.id}` } : {}),
  };
}

/** The row with its liveness settled; day and time of what is still open are kept only while it is open. */
export function settled(
  row: EventRow,
  counts: boolean,
  open: { readonly stepDay?: Day | undefined; readonly dueAt?: number | undefined },
): EventRow {
  const { live: _live, stepDay: _day, dueAt: _due, ...rest } = row;
  const live = counts && !isTombstone(row.event);
  return {
    ...rest,
    counts,
    ...(live ? { live: 1 as const } : {}),
    ...(live && open.stepDay !== undefined ? { stepDay: open.stepDay } : {}),
    ...(live && open.dueAt !== undefined ? { dueAt: open.dueAt } : {}),
  };
}

/** When a booked meeting is due by what was agreed when it was booked. */
export function bookedFor(event: KnownEvent | Tombstone): number | undefined {
  if (isTombstone(event) || event.kind !== 'activity.logged' || !event.body.meaning.booked) return undefined;
  return event.body.meetingAt ?? undefined;
}
