import * as z from 'zod';
import { eventIdSchema, personIdSchema, recordKeySchema } from '../ids.ts';
import { meaningSchema, outcomeIdSchema } from '../outcome.ts';
import { daySchema, instantSchema, zoneSchema } from '../time.ts';
import { envelopeSchema, type Envelope } from './envelope.ts';

export const channelSchema = z.enum(['call', 'email', 'sms', 'linkedin', 'kakaotalk', 'meeting']);
export type Channel = z.infer<typeof channelSchema>;

/** A promise to come back: a civil day, with a clock time only when one was agreed. */
export const nextStepSchema = z.strictObject({
  kind: z.enum(['call', 'email', 'meeting', 'task']),
  day: daySchema,
  at: instantSchema.nullable(),
  zone: zoneSchema,
});
export type NextStep = z.infer<typeof nextStepSchema>;

/** Version 1 of a call, message or meeting. `meaning` is resolved by the rules of its own day and then fixed. */
export const activityBodySchema = z.strictObject({
  channel: channelSchema,
  direction: z.enum(['out', 'in']),
  outcome: outcomeIdSchema.nullable(),
  meaning: meaningSchema,
  durationSec: z.int().min(0).max(86_400).nullable(),
  /** The lead or contact it was with; decides distinct prospects. */
  prospect: recordKeySchema.nullable(),
  next: nextStepSchema.nullable(),
  /** When a booked meeting is due. */
  meetingAt: instantSchema.nullable(),
  armedBy: z.enum(['key', 'tel', 'page', 'import']),
});

export const meetingResolvedBodySchema = z.strictObject({
  activity: eventIdSchema,
  result: z.enum(['held', 'no-show', 'moved']),
  movedTo: instantSchema.nullable(),
});

export const nextStepClosedBodySchema = z.strictObject({ how: z.enum(['done', 'dropped']) });

export const noteBodySchema = z.strictObject({
  anchor: z.strictObject({
    on: z.enum(['record', 'field', 'stage', 'activity']),
    name: z.string().max(80).nullable(),
  }),
  kind: z.enum(['praise', 'question', 'suggestion', 'must', 'plain']),
  visibility: z.enum(['author', 'shared']),
  to: personIdSchema.nullable(),
  /** The note this one answers. Notes written before there were answers have none. */
  re: eventIdSchema.nullable().default(null),
});

export const noteMarkedBodySchema = z.strictObject({
  note: eventIdSchema,
  mark: z.enum(['seen', 'acknowledged', 'tried', 'verified', 'dropped']),
});

export const promptAnsweredBodySchema = z.strictObject({
  rule: z.string().max(60),
  answer: z.enum(['done', 'dismissed', 'later']),
});

export const withdrawnBodySchema = z.strictObject({ reason: z.enum(['undo', 'wrong']) });

/** Every kind of event this build can read, with the newest version of its body. Adding one is one line. */
export const EVENT_KINDS = {
  'activity.logged': { v: 1, body: activityBodySchema },
  'activity.withdrawn': { v: 1, body: withdrawnBodySchema },
  'meeting.resolved': { v: 1, body: meetingResolvedBodySchema },
  'nextstep.set': { v: 1, body: nextStepSchema },
  'nextstep.closed': { v: 1, body: nextStepClosedBodySchema },
  'note.left': { v: 1, body: noteBodySchema },
  'note.marked': { v: 1, body: noteMarkedBodySchema },
  'prompt.answered': { v: 1, body: promptAnsweredBodySchema },
} as const;

export type EventKind = keyof typeof EVENT_KINDS;
export type BodyOf<K extends EventKind> = z.infer<(typeof EVENT_KINDS)[K]['body']>;
export type EventOf<K extends EventKind> = Omit<Envelope, 'kind' | 'body'> & { kind: K; body: BodyOf<K> };
export type KnownEvent = { [K in EventKind]: EventOf<K> }[EventKind];

export type ReadEvent =
  | { readonly kind: 'known'; readonly event: KnownEvent }
  /** Its body was erased on request: counts for nothing, keeps its place in the log. */
  | { readonly kind: 'erased'; readonly envelope: Envelope }
  /** A kind or version from a newer build: kept aside until this one is updated. */
  | { readonly kind: 'newer'; readonly envelope: Envelope }
  | { readonly kind: 'broken'; readonly why: string };

/** Reads one stored or imported event. Never throws. */
export function readEvent(input: unknown): ReadEvent {
  const outer = envelopeSchema.safeParse(input);
  if (!outer.success) return { kind: 'broken', why: outer.error.issues[0]?.message ?? 'not an event' };
  const envelope = outer.data;
  if (envelope.erased === true) return { kind: 'erased', envelope };
  const known = Object.hasOwn(EVENT_KINDS, envelope.kind)
    ? EVENT_KINDS[envelope.kind as EventKind]
    : undefined;
  if (known === undefined || envelope.v > known.v) return { kind: 'newer', envelope };
  const body = known.body.safeParse(envelope.body);
  if (!body.success) return { kind: 'broken', why: body.error.issues[0]?.message ?? 'body' };
  return { kind: 'known', event: { ...envelope, body: body.data } as KnownEvent };
}

/** Buyers' words and numbers, apart from the event and under its id. Sharing code cannot import this table. */
export const privateSchema = z.strictObject({
  event: eventIdSchema,
  record: recordKeySchema.nullable(),
  prospect: recordKeySchema.nullable(),
  day: daySchema,
  text: z.string().max(20_000),
  who: z.string().max(400),
  phone: z.string().max(80),
});
export type PrivateRow = z.infer<typeof privateSchema>;
