import type { EventOf, KnownEvent } from '@/lib/domain/events/kinds';
import { recordAddress, type EventId, type RecordKey } from '@/lib/domain/ids';
import type { NewEvent } from '@/lib/domain/ports';
import { failed, ok } from '@/lib/domain/result';
import { addDays } from '@/lib/domain/time';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import {
  AHEAD_MS,
  envelope,
  eventFor,
  meaningKept,
  outboxFor,
  privateOf,
  stepFor,
  UNDO_MS,
  withdrawal,
  type LogInput,
} from './compose';
import { draftName } from './drafts';
import { identify, myRemoteIds, signedInAt } from './identity';
import { desk, type Desk } from './desk';
import { goalProgress } from './progress';
import { mayTouch } from './tabs';
import type { World } from './world';

/** Same record, same outcome, within this time: asked back instead of counted twice (facts §D10). */
const TWIN_MS = 60_000;

/** Newest events of a record among which a twin is looked for: past calls are logged in a row. */
const TWINS_WITHIN = 50;

/**
 * Logs one act: event, metric rows and the write to the CRM in one transaction. The same id twice is the same act,
 * so a surface may ask again after a dead worker.
 */
export async function logActivity(
  world: World,
  input: LogInput,
  from: Envelope,
): Answer<Output<'activity.log'>> {
  const at = await desk(world);
  const known = await world.store.log.event(input.id);
  if (known) {
    // The worker may have died between the writing and the wake-up.
    world.wakeAt(known.recordedAt + UNDO_MS);
    return ok({ id: input.id, undoUntil: known.recordedAt + UNDO_MS, progress: await goalProgress(at) });
  }
  const record = await world.store.records.resolve(input.record);
  if (!(await mayTouch(world, from, input.record)))
    return failed('not-allowed', 'this panel has not shown that record');
  const instance = (await world.store.people.instances()).find(
    (one) => one.id === recordAddress(record).instance && one.archivedAt === null,
  );
  if (!instance) return failed('not-found', 'no such CRM');
  const links = await world.store.people.links(instance.id);
  const signedIn = await signedInAt(world, from, instance.id);
  if (identify(links, signedIn) !== 'known')
    return failed('not-signed-in', 'it is not known who you are in this CRM');
  if (input.at > at.now + AHEAD_MS) return failed('bad-input', 'the call lies in the future');
  if (meaningKept(at, input, null) === null) return failed('bad-input', `no outcome ${input.outcome}`);
  if (await hasTwin(world, record, input))
    return failed('conflict', 'the same was logged less than a minute apart');

  const snapshot = await world.store.records.get(record);
  const event = eventFor(at, input, record, snapshot, instance, null);
  const step = input.next ? stepFor(at, world.ids.next() as EventId, record, input) : null;
  const row = privateOf(input, record, event, snapshot);
  const user = signedIn?.remoteId ?? myRemoteIds(links)[0] ?? null;
  const outbox = instance.test ? [] : [outboxFor(at, input, event, instance, snapshot, user)];
  const written = await world.store.log.append({
    events: step ? [event, step] : [event],
    privates: [row],
    outbox,
    dropDrafts: [{ name: draftName('log', input.record), upTo: input.draft ?? Infinity }],
  });
  if (!written.ok) return written;
  world.wakeAt(at.now + UNDO_MS);
  return ok({ id: input.id, undoUntil: at.now + UNDO_MS, progress: await goalProgress(at) });
}

async function hasTwin(world: World, record: RecordKey, input: LogInput): Promise<boolean> {
  const recent = await world.store.log.ofRecord(record, TWINS_WITHIN);
  return recent.some(
    (event) =>
      event.kind === 'activity.logged' &&
      event.body.channel === input.channel &&
      event.body.outcome === input.outcome &&
      Math.abs(event.at - input.at) < TWIN_MS,
  );
}

/** The last log among live events of a record, while it can still be taken back; read from the log, so no crash loses it. */
export function undoOf(
  events: readonly KnownEvent[],
  now: number,
): { readonly activity: EventId; readonly until: number; readonly outcome: string | null } | null {
  const recent = events.filter((event) => event.kind === 'activity.logged' && isUndoable(event, now));
  const [last] = recent.toSorted((a, b) => b.recordedAt - a.recordedAt || (a.id < b.id ? 1 : -1));
  if (last?.kind !== 'activity.logged') return null;
  return { activity: last.id, until: last.recordedAt + UNDO_MS, outcome: last.body.outcome };
}

/** A correction is taken back by another correction. */
function isUndoable({ recordedAt, supersedes }: KnownEvent, now: number): boolean {
  return supersedes === undefined && now < recordedAt + UNDO_MS;
}

/** Does an event still stand: neither corrected nor withdrawn nor erased? */
export async function isLive(world: World, event: KnownEvent): Promise<boolean> {
  const that = await world.store.log.ofDays(event.subject, [event.kind], event.day, addDays(event.day, 1));
  return that.some((one) => one.id === event.id);
}

export async function undoActivity(
  world: World,
  { id }: Parsed<'activity.undo'>,
  from: Envelope,
): Answer<Output<'activity.undo'>> {
  const event = await world.store.log.event(id);
  if (event?.kind !== 'activity.logged' || !event.record) return failed('not-found', 'nothing to undo');
  if (!(await mayTouch(world, from, event.record)))
    return failed('not-allowed', 'this panel has not shown that record');
  const item = await world.store.outbox.get(id);
  // A repeat after a dead worker finds the first half done, or all of it.
  if (!(await isLive(world, event))) return ok({ done: true });
  if (item?.state !== 'cancelled' && !isUndoable(event, world.clock.now()))
    return failed('conflict', 'the ten seconds are over; correct it in the dashboard');
  if (
    item &&
    !(await world.store.outbox.move({ ...item, state: 'cancelled', waitingFor: 'nothing' }, item.state))
  )
    return failed('conflict', 'it is on its way to the CRM', true);
  const at = await desk(world);
  const events: NewEvent[] = [withdrawal(at, event, 'undo')];
  // The promise made with it, which carries the same writing time.
  const step = (await world.store.log.ofRecord(event.record, 50)).find(
    (one) => one.kind === 'nextstep.set' && one.recordedAt === event.recordedAt && event.body.next !== null,
  );
  if (step) events.push(closing(at, event, step.id));
  const written = await world.store.log.append({ events });
  return written.ok ? ok({ done: true }) : written;
}

function closing(at: Desk, event: EventOf<'activity.logged'>, step: EventId): NewEvent {
  return {
    ...envelope(at, at.world.ids.next() as EventId, at.now),
    ...(event.record ? { record: event.record } : {}),
    ...{ kind: 'nextstep.closed', v: 1, supersedes: step, body: { how: 'dropped' } },
  };
}
