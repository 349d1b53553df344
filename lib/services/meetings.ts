import type { EventOf } from '@/lib/domain/events/kinds';
import type { EventId } from '@/lib/domain/ids';
import type { NewEvent } from '@/lib/domain/ports';
import { failed, ok } from '@/lib/domain/result';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { isLive } from './activity';
import { envelope } from './compose';
import { desk } from './desk';
import type { World } from './world';

/** Newest events of a record among which the answer about its meeting is looked for. */
const ANSWERS_WITHIN = 200;

export async function resolveMeeting(
  world: World,
  input: Parsed<'meeting.resolve'>,
  from: Envelope,
): Answer<Output<'meeting.resolve'>> {
  const event = await world.store.log.event(input.activity);
  if (event?.kind !== 'activity.logged' || !event.body.meaning.booked || !(await isLive(world, event)))
    return failed('not-found', 'no such meeting');
  if (input.result === 'moved' && input.movedTo === null) return failed('bad-input', 'moved to when?');
  const at = await desk(world);
  const { activity, result } = input;
  const movedTo = result === 'moved' ? input.movedTo : null;
  const last = await lastAnswer(world, event);
  if (last?.body.result === result && last.body.movedTo === movedTo) return ok({ done: true });
  // It counts on the day it took place, which after a move is the new one; one answered before its time, today.
  const due = (last?.body.result === 'moved' ? last.body.movedTo : null) ?? event.body.meetingAt ?? at.now;
  const resolved: NewEvent = {
    ...envelope(at, from.request ?? (world.ids.next() as EventId), Math.min(due, at.now)),
    ...(event.record ? { record: event.record } : {}),
    kind: 'meeting.resolved',
    v: 1,
    body: { activity, result, movedTo },
  };
  const written = await world.store.log.append({ events: [resolved] });
  return written.ok ? ok({ done: true }) : written;
}

/** The answer that counts about a booked meeting, or null. */
export async function lastAnswer(
  world: World,
  event: EventOf<'activity.logged'>,
): Promise<EventOf<'meeting.resolved'> | null> {
  if (!event.record) return null;
  const about = await world.store.log.ofRecord(event.record, ANSWERS_WITHIN);
  const answers = about.filter((one) => one.kind === 'meeting.resolved');
  return answers.find((one) => one.body.activity === event.id) ?? null;
}
