import * as z from 'zod';
import type { EventOf } from '@/lib/domain/events/kinds';
import { eventIdSchema, recordAddress, type EventId, type RecordKey } from '@/lib/domain/ids';
import type { Instance } from '@/lib/domain/instance';
import { meaningOf, type Meaning } from '@/lib/domain/outcome';
import type { OutboxItem } from '@/lib/domain/outbox';
import type { NewEvent } from '@/lib/domain/ports';
import type { RecordSnapshot } from '@/lib/domain/record';
import { failed, ok } from '@/lib/domain/result';
import { instantSchema, localMoment } from '@/lib/domain/time';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import type { ActivityView } from '@/lib/rpc/view';
import { identify, myRemoteIds } from './identity';
import { desk, goalProgress, type Desk } from './progress';
import { mayTouch, tabOf, tabState } from './tabs';
import { wordActivity } from './wording';
import type { World } from './world';

/** How long everything stays local and can be taken back (design: consequential actions, 10 s). */
export const UNDO_MS = 10_000;
/** Same record, same outcome, within this time: asked back instead of counted twice (facts §D10). */
const TWIN_MS = 60_000;
/** A clock may run a little ahead; a call cannot have happened tomorrow. */
const AHEAD_MS = 60_000;

const undoSchema = z.strictObject({
  activity: eventIdSchema,
  step: eventIdSchema.nullable(),
  until: instantSchema,
  outcome: z.string().nullable(),
});

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
  if (known)
    return ok({ id: input.id, undoUntil: known.recordedAt + UNDO_MS, progress: await goalProgress(at) });
  const record = await world.store.records.resolve(input.record);
  if (!(await mayTouch(world, from, input.record)))
    return failed('not-allowed', 'this panel has not shown that record');
  const instance = (await world.store.people.instances()).find(
    (one) => one.id === recordAddress(record).instance,
  );
  if (!instance) return failed('not-found', 'no such CRM');
  const links = await world.store.people.links(instance.id);
  const tabId = await tabOf(world, from);
  const tab = tabId === null ? null : await tabState(world, tabId);
  const signedIn = tab?.instance === instance.id ? tab.signedIn : null;
  if (identify(links, signedIn) !== 'known')
    return failed('not-signed-in', 'it is not known who you are in this CRM');
  if (input.at > at.now + AHEAD_MS) return failed('bad-input', 'the call lies in the future');
  const problem = await twinOf(world, record, input);
  if (problem) return failed('conflict', 'the same was logged less than a minute apart');

  const snapshot = await world.store.records.get(record);
  const event = eventFor(at, input, record, snapshot, instance);
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
  const undo = {
    activity: input.id,
    step: step?.id ?? null,
    until: at.now + UNDO_MS,
    outcome: input.outcome,
  };
  await world.store.shelf.put(`undo:${record}`, undo);
  world.wakeAt(at.now + UNDO_MS);
  return ok({ id: input.id, undoUntil: undo.until, progress: await goalProgress(at) });
}

/** The last log of a record while it can still be taken back. */
export async function undoOf(world: World, record: RecordKey): Promise<z.infer<typeof undoSchema> | null> {
  const parsed = undoSchema.safeParse(await world.store.shelf.get(`undo:${record}`));
  return parsed.success && parsed.data.until > world.clock.now() ? parsed.data : null;
}

export async function undoActivity(
  world: World,
  { id }: Parsed<'activity.undo'>,
): Answer<Output<'activity.undo'>> {
  const event = await world.store.log.event(id);
  if (event?.kind !== 'activity.logged' || !event.record) return failed('not-found', 'nothing to undo');
  const undo = await undoOf(world, event.record);
  if (undo?.activity !== id)
    return failed('conflict', 'the ten seconds are over; correct it in the dashboard');
  const item = await world.store.outbox.get(id);
  if (
    item &&
    !(await world.store.outbox.move({ ...item, state: 'cancelled', waitingFor: 'nothing' }, item.state))
  )
    return failed('conflict', 'it is on its way to the CRM', true);
  const at = await desk(world);
  const events: NewEvent[] = [withdrawal(at, event, 'undo')];
  if (undo.step) events.push(closing(at, event, undo.step));
  const written = await world.store.log.append({ events });
  if (!written.ok) return written;
  await world.store.shelf.drop(`undo:${event.record}`);
  return ok({ done: true });
}

/** A correction is a new event in place of the old one; what already is in the CRM stays there and is said to. */
export async function correctActivity(
  world: World,
  input: Parsed<'activity.correct'>,
): Answer<Output<'activity.correct'>> {
  const before = await world.store.log.event(input.supersedes);
  if (before?.kind !== 'activity.logged') return failed('not-found', 'no such activity');
  const at = await desk(world);
  if (input.at > at.now + AHEAD_MS) return failed('bad-input', 'the call lies in the future');
  const instance = (await world.store.people.instances()).find(
    (one) => one.id === recordAddress(input.record).instance,
  );
  if (!instance) return failed('not-found', 'no such CRM');
  const snapshot = await world.store.records.get(input.record);
  const event = { ...eventFor(at, input, input.record, snapshot, instance), supersedes: before.id };
  const written = await world.store.log.append({
    events: [event],
    privates: [privateOf(input, input.record, event, snapshot)],
  });
  return written.ok ? ok({ done: true }) : written;
}

export async function withdrawActivity(
  world: World,
  { id }: Parsed<'activity.withdraw'>,
): Answer<Output<'activity.withdraw'>> {
  const event = await world.store.log.event(id);
  if (event?.kind !== 'activity.logged') return failed('not-found', 'no such activity');
  const item = await world.store.outbox.get(id);
  if (item && item.state !== 'done' && item.state !== 'sending')
    await world.store.outbox.move({ ...item, state: 'cancelled', waitingFor: 'nothing' }, item.state);
  const written = await world.store.log.append({ events: [withdrawal(await desk(world), event, 'wrong')] });
  return written.ok ? ok({ done: true }) : written;
}

export async function resolveMeeting(
  world: World,
  input: Parsed<'meeting.resolve'>,
): Answer<Output<'meeting.resolve'>> {
  const event = await world.store.log.event(input.activity);
  if (event?.kind !== 'activity.logged') return failed('not-found', 'no such meeting');
  if (input.result === 'moved' && input.movedTo === null) return failed('bad-input', 'moved to when?');
  const at = await desk(world);
  const { activity, result, movedTo } = input;
  const resolved: NewEvent = {
    ...envelope(at, world.ids.next() as EventId, event.body.meetingAt ?? at.now),
    ...(event.record ? { record: event.record } : {}),
    kind: 'meeting.resolved',
    v: 1,
    body: { activity, result, movedTo },
  };
  const written = await world.store.log.append({ events: [resolved] });
  return written.ok ? ok({ done: true }) : written;
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
    views.push({
      ...{ id: event.id, at: event.at, day: event.day, zone: event.zone },
      ...{ channel, outcome, durationSec, next: step, meetingAt, meetingResult: null },
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
  const { day, offset } = localMoment(when, zone);
  return {
    ...{ id, zone, day, offset, at: when, recordedAt: at.now, actor: at.me.id, subject: at.me.id },
    source: { via: 'panel' as const },
  };
}

function eventFor(
  at: Desk,
  input: LogInput,
  record: RecordKey,
  snapshot: RecordSnapshot | null,
  instance: Instance,
): Extract<NewEvent, { kind: 'activity.logged' }> {
  const { channel, direction, durationSec, next, meetingAt, armedBy } = input;
  const outcome = at.rules.settings.outcomes.find((one) => one.id === input.outcome) ?? null;
  const meaning = meaningFor(
    input,
    outcome && meaningOf(outcome, durationSec, at.rules.settings.conversationSeconds),
  );
  return {
    ...envelope(at, input.id, input.at),
    ...{ record, kind: 'activity.logged', v: 1 },
    source: { via: 'panel', adapter: instance.kind, ...(snapshot ? { revision: snapshot.revision } : {}) },
    body: {
      ...{ channel, direction, meaning, durationSec, next, meetingAt, armedBy },
      outcome: outcome?.id ?? null,
      // On a deal without a named contact the deal itself stands for whom was spoken to.
      prospect: record,
    },
  };
}

const NOTHING: Meaning = { dial: false, connect: false, conversation: false, booked: false, held: false };

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
  const reaches = instance.connection !== 'none';
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
    state: reaches ? 'queued' : 'kept-here',
    waitingFor: reaches ? 'undo' : 'nothing',
    notBefore: at.now + UNDO_MS,
    createdAt: at.now,
  };
}

async function twinOf(world: World, record: RecordKey, input: LogInput): Promise<boolean> {
  const recent = await world.store.log.ofRecord(record, 5);
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
