import type { EventOf, KnownEvent } from '@/lib/domain/events/kinds';
import { recordAddress, type EventId, type RecordKey } from '@/lib/domain/ids';
import type { Instance } from '@/lib/domain/instance';
import { defaultOutcomes, meaningOf, type Meaning } from '@/lib/domain/outcome';
import type { OutboxItem } from '@/lib/domain/outbox';
import type { NewEvent } from '@/lib/domain/ports';
import type { RecordSnapshot } from '@/lib/domain/record';
import { failed, ok } from '@/lib/domain/result';
import { addDays, localMoment } from '@/lib/domain/time';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import type { ActivityView } from '@/lib/rpc/view';
import { identify, myRemoteIds, signedInAt } from './identity';
import { desk, goalProgress, type Desk } from './progress';
import { mayTouch } from './tabs';
import { wordActivity } from './wording';
import type { World } from './world';

/** How long everything stays local and can be taken back (design: consequential actions, 10 s). */
export const UNDO_MS = 10_000;
/** Same record, same outcome, within this time: asked back instead of counted twice (facts §D10). */
const TWIN_MS = 60_000;
/** A clock may run a little ahead; a call cannot have happened tomorrow. */
const AHEAD_MS = 60_000;
/** Newest events of a record among which a twin is looked for: past calls are logged in a row. */
const TWINS_WITHIN = 50;
/** Newest events of a record among which the answer about its meeting is looked for. */
const ANSWERS_WITHIN = 200;

type LogInput = Parsed<'activity.log'>;

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
  const row = { ...privateOf(input, record, event, snapshot) };
  const user = signedIn?.remoteId ?? myRemoteIds(links)[0] ?? null;
  const outbox = instance.test ? [] : [outboxFor(at, input, event, instance, snapshot, user)];
  const written = await world.store.log.append({
    events: step ? [event, step] : [event],
    privates: [row],
    outbox,
    dropDraftsOf: [input.record],
  });
  if (!written.ok) return written;
  world.wakeAt(at.now + UNDO_MS);
  return ok({ id: input.id, undoUntil: at.now + UNDO_MS, progress: await goalProgress(at) });
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

/**
 * A correction is a new event in place of the old one. What already is in the CRM stays there and is said to; what has
 * not left yet leaves as corrected.
 */
export async function correctActivity(
  world: World,
  input: Parsed<'activity.correct'>,
): Answer<Output<'activity.correct'>> {
  const before = await world.store.log.event(input.supersedes);
  if (before?.kind !== 'activity.logged') return failed('not-found', 'no such activity');
  if (await world.store.log.event(input.id)) return ok({ done: true });
  if (!(await isLive(world, before))) return failed('conflict', 'it was corrected or deleted meanwhile');
  const at = await desk(world);
  if (input.at > at.now + AHEAD_MS) return failed('bad-input', 'the call lies in the future');
  const instance = (await world.store.people.instances()).find(
    (one) => one.id === recordAddress(input.record).instance,
  );
  if (!instance) return failed('not-found', 'no such CRM');
  if (meaningKept(at, input, before) === null) return failed('bad-input', `no outcome ${input.outcome}`);
  const record = await world.store.records.resolve(input.record);
  const snapshot = await world.store.records.get(record);
  // The zone of the act stays: a text corrected on a journey must not move the call to another day.
  const { zone } = before;
  const event = {
    ...eventFor(at, input, record, snapshot, instance, before),
    ...{ zone, ...localDay(input.at, zone), supersedes: before.id },
  };
  const row = privateOf(input, record, event, snapshot);
  // Who it was with is not what is being corrected; the record may say it no more.
  const told = await world.store.log.private(before.id);
  const item = await world.store.outbox.get(before.id);
  const waits = item !== null && (item.state === 'queued' || item.state === 'needs-you');
  const again: OutboxItem[] = waits
    ? [{ ...outboxFor(at, input, event, instance, snapshot, item.asUser), notBefore: item.notBefore }]
    : [];
  const written = await world.store.log.append({
    events: [event],
    privates: [{ ...row, who: told?.who || row.who, phone: told?.phone || row.phone }],
    outbox: again,
  });
  if (!written.ok) return written;
  // After it: should the worker die here, the outbox finds that the old one no longer stands.
  if (waits)
    await world.store.outbox.move({ ...item, state: 'cancelled', waitingFor: 'nothing' }, item.state);
  return ok({ done: true });
}

export async function withdrawActivity(
  world: World,
  { id }: Parsed<'activity.withdraw'>,
): Answer<Output<'activity.withdraw'>> {
  const event = await world.store.log.event(id);
  if (event?.kind !== 'activity.logged') return failed('not-found', 'no such activity');
  if (!(await isLive(world, event))) return ok({ done: true });
  const item = await world.store.outbox.get(id);
  if (item && item.state !== 'done' && item.state !== 'sending')
    await world.store.outbox.move({ ...item, state: 'cancelled', waitingFor: 'nothing' }, item.state);
  const written = await world.store.log.append({ events: [withdrawal(await desk(world), event, 'wrong')] });
  return written.ok ? ok({ done: true }) : written;
}

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
async function lastAnswer(
  world: World,
  event: EventOf<'activity.logged'>,
): Promise<EventOf<'meeting.resolved'> | null> {
  if (!event.record) return null;
  const about = await world.store.log.ofRecord(event.record, ANSWERS_WITHIN);
  const answers = about.filter((one) => one.kind === 'meeting.resolved');
  return answers.find((one) => one.body.activity === event.id) ?? null;
}

export async function listActivities(
  world: World,
  input: Parsed<'activity.list'>,
): Answer<Output<'activity.list'>> {
  const { me } = await desk(world);
  const { rows, next } = await world.store.log.activities({ subject: me.id, ...input });
  const items = await world.store.outbox.ofRecord(rows.map((row) => row.event.id));
  const views: ActivityView[] = [];
  for (const { event, private: row } of rows) {
    const record = event.record ? await world.store.records.get(event.record) : null;
    const item = items.find((one) => one.id === event.id);
    const { channel, outcome, durationSec, next: step, meetingAt } = event.body;
    const answered = event.body.meaning.booked ? await lastAnswer(world, event) : null;
    views.push({
      ...{ id: event.id, at: event.at, day: event.day, zone: event.zone },
      ...{
        channel,
        outcome,
        durationSec,
        next: step,
        meetingAt,
        meetingResult: answered?.body.result ?? null,
      },
      record: event.record ?? null,
      recordName: record?.fields.name?.value ?? '',
      object: record?.object ?? null,
      text: row?.text ?? '',
      who: row?.who ?? '',
      crm: item?.state ?? null,
      crmWhy: item?.why ?? null,
    });
  }
  return ok({ rows: views, next });
}

/** What every new event of mine begins with. `when` is the act; its civil day in my zone is fixed now. */
export function envelope(at: Desk, id: EventId, when: number) {
  const { zone } = at.rules;
  return {
    ...{
      id,
      zone,
      ...localDay(when, zone),
      at: when,
      recordedAt: at.now,
      actor: at.me.id,
      subject: at.me.id,
    },
    source: { via: 'panel' as const },
  };
}

function localDay(when: number, zone: string) {
  const { day, offset } = localMoment(when, zone);
  return { day, offset };
}

function eventFor(
  at: Desk,
  input: LogInput,
  record: RecordKey,
  snapshot: RecordSnapshot | null,
  instance: Instance,
  before: EventOf<'activity.logged'> | null,
): Extract<NewEvent, { kind: 'activity.logged' }> {
  const { channel, direction, durationSec, next, meetingAt, armedBy } = input;
  const meaning = meaningKept(at, input, before) ?? NOTHING;
  return {
    ...envelope(at, input.id, input.at),
    ...{ record, kind: 'activity.logged', v: 1 },
    source: { via: 'panel', adapter: instance.kind, ...(snapshot ? { revision: snapshot.revision } : {}) },
    body: {
      ...{ channel, direction, meaning, durationSec, next, meetingAt, armedBy },
      outcome: input.outcome,
      // On a deal without a named contact the deal itself stands for whom was spoken to.
      prospect: record,
    },
  };
}

const NOTHING: Meaning = { dial: false, connect: false, conversation: false, booked: false, held: false };

/**
 * What the act counts as by the settings in force; a correction that changes nothing of it keeps what it counted as by
 * the rules of its own day. Null for an outcome nobody knows.
 */
function meaningKept(at: Desk, input: LogInput, before: EventOf<'activity.logged'> | null): Meaning | null {
  const { channel, direction, outcome: id, durationSec } = input;
  const { outcomes, conversationSeconds } = at.rules.settings;
  const same =
    before?.body.channel === channel && before.body.direction === direction && before.body.outcome === id;
  if (same && before.body.durationSec === durationSec) return before.body.meaning;
  if (id === null) return meaningFor(input, null);
  // A draft begun before the language or the list changed may name a built-in outcome that is not offered now.
  const known = [...outcomes, ...defaultOutcomes('en'), ...defaultOutcomes('ko')];
  const outcome = known.find((one) => one.id === id);
  if (outcome) return meaningFor(input, meaningOf(outcome, durationSec, conversationSeconds));
  return same ? before.body.meaning : null;
}

/** Only calls are dials; an incoming one is a connect without a dial; a meeting logged as met was held. */
function meaningFor(input: LogInput, outcome: Meaning | null): Meaning {
  if (input.channel === 'meeting') return { ...NOTHING, held: true };
  if (input.channel !== 'call' || outcome === null) return NOTHING;
  return input.direction === 'in' ? { ...outcome, dial: false } : outcome;
}

function stepFor(at: Desk, id: EventId, record: RecordKey, input: LogInput): NewEvent {
  return { ...envelope(at, id, input.at), record, kind: 'nextstep.set', v: 1, body: input.next! };
}

function privateOf(
  input: LogInput,
  record: RecordKey,
  event: { day: string },
  snapshot: RecordSnapshot | null,
) {
  return {
    ...{ event: input.id, record, prospect: record, text: input.text },
    day: event.day as EventOf<'activity.logged'>['day'],
    who: (snapshot?.fields.contact?.value?.name ?? snapshot?.fields.name?.value ?? '').slice(0, 400),
    phone: (snapshot?.fields.phone?.value ?? '').slice(0, 80),
  };
}

function outboxFor(
  at: Desk,
  input: LogInput,
  event: { id: EventId; day: EventOf<'activity.logged'>['day'] },
  instance: Instance,
  snapshot: RecordSnapshot | null,
  asUser: string | null,
): OutboxItem {
  const { api, remoteId } = recordAddress(input.record);
  const words = wordActivity(at.rules, input, snapshot);
  return {
    ...{
      id: event.id,
      instance: instance.id,
      asUser,
      attempt: 0,
      sendingSince: null,
      remoteId: null,
      why: null,
    },
    write: {
      operation: 'log-activity',
      reference: event.id,
      record: { object: snapshot?.object ?? 'deal', api, remoteId },
      contact: null,
      ...{ channel: input.channel, direction: input.direction, at: input.at, day: event.day },
      ...{ durationSec: input.durationSec, text: input.text, subject: words.subject, outcome: words.outcome },
    },
    // Where the API is out of reach it ends as kept here, once that is known.
    state: 'queued',
    waitingFor: 'undo',
    notBefore: at.now + UNDO_MS,
    createdAt: at.now,
  };
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

function withdrawal(at: Desk, event: EventOf<'activity.logged'>, reason: 'undo' | 'wrong'): NewEvent {
  return {
    ...envelope(at, at.world.ids.next() as EventId, at.now),
    ...(event.record ? { record: event.record } : {}),
    ...{ kind: 'activity.withdrawn', v: 1, supersedes: event.id, body: { reason } },
  };
}

function closing(at: Desk, event: EventOf<'activity.logged'>, step: EventId): NewEvent {
  return {
    ...envelope(at, at.world.ids.next() as EventId, at.now),
    ...(event.record ? { record: event.record } : {}),
    ...{ kind: 'nextstep.closed', v: 1, supersedes: step, body: { how: 'dropped' } },
  };
}
