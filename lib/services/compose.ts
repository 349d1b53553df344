import type { EventOf } from '@/lib/domain/events/kinds';
import { recordAddress, type EventId, type RecordKey } from '@/lib/domain/ids';
import type { Instance } from '@/lib/domain/instance';
import { defaultOutcomes, meaningOf, type Meaning } from '@/lib/domain/outcome';
import type { OutboxItem } from '@/lib/domain/outbox';
import type { NewEvent } from '@/lib/domain/ports';
import type { RecordSnapshot } from '@/lib/domain/record';
import { localMoment } from '@/lib/domain/time';
import type { Parsed } from '@/lib/rpc/contract';
import type { Desk } from './desk';
import { wordActivity } from './wording';

/** How long everything stays local and can be taken back (design: consequential actions, 10 s). */
export const UNDO_MS = 10_000;

/** A clock may run a little ahead; a call cannot have happened tomorrow. */
export const AHEAD_MS = 60_000;

/** What a surface says of one act. */
export type LogInput = Parsed<'activity.log'>;

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

export function localDay(when: number, zone: string) {
  const { day, offset } = localMoment(when, zone);
  return { day, offset };
}

export function eventFor(
  at: Desk,
  input: LogInput,
  record: RecordKey,
  snapshot: RecordSnapshot | null,
  instance: Instance,
  before: EventOf<'activity.logged'> | null,
): Extract<NewEvent, { kind: 'activity.logged' }> {
  const { channel, direction, durationSec, next, meetingAt, armedBy } = input;
  // What is tried out in a test system is kept, and counts as nothing.
  const meaning = (instance.test ? null : meaningKept(at, input, before)) ?? NOTHING;
  return {
    ...envelope(at, input.id, input.at),
    ...{ record, kind: 'activity.logged', v: 1 },
    source: { via: 'panel', adapter: instance.kind, ...(snapshot ? { revision: snapshot.revision } : {}) },
    body: {
      ...{ channel, direction, meaning, durationSec, next, meetingAt, armedBy },
      outcome: input.outcome,
      // On a deal without a named contact the deal itself stands for whom was spoken to.
      prospect: instance.test ? null : record,
    },
  };
}

const NOTHING: Meaning = { dial: false, connect: false, conversation: false, booked: false, held: false };

/**
 * What the act counts as by the settings in force; a correction that changes nothing of it keeps what it counted as by
 * the rules of its own day. Null for an outcome nobody knows.
 */
export function meaningKept(
  at: Desk,
  input: LogInput,
  before: EventOf<'activity.logged'> | null,
): Meaning | null {
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

export function stepFor(at: Desk, id: EventId, record: RecordKey, input: LogInput): NewEvent {
  return { ...envelope(at, id, input.at), record, kind: 'nextstep.set', v: 1, body: input.next! };
}

export function privateOf(
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

export function outboxFor(
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

/** Takes an act back: by undo at once, or as wrong later. */
export function withdrawal(at: Desk, event: EventOf<'activity.logged'>, reason: 'undo' | 'wrong'): NewEvent {
  return {
    ...envelope(at, at.world.ids.next() as EventId, at.now),
    ...(event.record ? { record: event.record } : {}),
    ...{ kind: 'activity.withdrawn', v: 1, supersedes: event.id, body: { reason } },
  };
}
