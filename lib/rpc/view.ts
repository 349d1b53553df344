import * as z from 'zod';
import { goalVersionSchema, periodKindSchema } from '../domain/goal.ts';
import { eventIdSchema, instanceIdSchema, recordKeySchema } from '../domain/ids.ts';
import { instanceSchema } from '../domain/instance.ts';
import { channelSchema, nextStepSchema } from '../domain/events/kinds.ts';
import { outcomeSchema } from '../domain/outcome.ts';
import { outboxStateSchema } from '../domain/outbox.ts';
import { fieldNameSchema, objectKindSchema, recordSnapshotSchema } from '../domain/record.ts';
import { languageSchema } from '../domain/settings.ts';
import { daySchema, instantSchema } from '../domain/time.ts';

/** A figure with everything "how is this counted?" needs. Ratios 0…1, money in minor units. */
export const figureSchema = z.strictObject({
  metric: z.string(),
  unit: z.enum(['count', 'money', 'ratio']),
  better: z.enum(['higher', 'lower']),
  currency: z.string().nullable(),
  value: z.number().nullable(),
  why: z.enum(['no-data', 'few-data', 'no-currency', 'not-covered', 'rebuilding']).nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  n: z.number(),
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  period: periodKindSchema,
  from: daySchema,
  /** Exclusive. */
  to: daySchema,
  asOf: instantSchema,
  source: z.strictObject({
    source: z.enum(['own-log', 'deals']),
    covered: z.enum(['whole', 'since', 'seen', 'nothing']),
    since: daySchema.nullable(),
    asOf: instantSchema.nullable(),
    count: z.int(),
  }),
  excluded: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
});
export type Figure = z.infer<typeof figureSchema>;

/** A goal with where it stands; `pace` is null when the figure is not covered (no pace, no colour, no projection). */
export const progressSchema = z.strictObject({
  goal: goalVersionSchema,
  figure: figureSchema,
  pace: z
    .strictObject({
      status: z.enum([
        'ahead',
        'on',
        'watch',
        'behind',
        // Counted, and not judged: counting began today.
        'counting',
        'not-started',
        'no-target',
        'off',
        'hit',
        'missed',
        'above',
        'below',
        'inconclusive',
        'few-data',
        'no-data',
      ]),
      target: z.number().nullable(),
      /** Before days off shortened it, when they did. */
      fullTarget: z.number().nullable(),
      daysOff: z.number(),
      expected: z.number().nullable(),
      projection: z.number().nullable(),
      requiredPerDay: z.number().nullable(),
      daysBehind: z.number().nullable(),
      workingDays: z.number().nullable(),
      workingDaysGone: z.number().nullable(),
      /** Target shortened because history starts inside the period. */
      restOfPeriod: z.boolean(),
      /** The moment counting began, when that was inside the period and is known: nothing before it is expected. */
      since: instantSchema.nullable().default(null),
    })
    .nullable(),
});
export type Progress = z.infer<typeof progressSchema>;

/** One prompt for the record: which rule spoke, with which figures, and the records behind it. */
export const promptSchema = z.strictObject({
  rule: z.string(),
  with: z.record(z.string(), z.union([z.string(), z.number()])),
  action: z.enum(['set-next-step', 'call', 'fix-close-date', 'message', 'none']),
  evidence: z.array(recordKeySchema),
});
export type Prompt = z.infer<typeof promptSchema>;

export const noteViewSchema = z.strictObject({
  id: eventIdSchema,
  anchor: z.strictObject({
    on: z.enum(['record', 'field', 'stage', 'activity']),
    name: z.string().nullable(),
  }),
  kind: z.enum(['praise', 'question', 'suggestion', 'must', 'plain']),
  text: z.string(),
  author: z.string(),
  mine: z.boolean(),
  at: instantSchema,
  mark: z.enum(['open', 'seen', 'acknowledged', 'tried', 'verified', 'dropped']),
  /** The note this one answers, when it does. */
  re: eventIdSchema.nullable(),
});
export type NoteView = z.infer<typeof noteViewSchema>;

/** A note being written on a record; one per record and person, the same on every surface. */
export const noteDraftSchema = z.strictObject({
  record: recordKeySchema,
  text: z.string().max(20_000),
  anchor: noteViewSchema.shape.anchor,
  kind: noteViewSchema.shape.kind,
  re: eventIdSchema.nullable(),
  revision: z.int().nonnegative(),
});
export type NoteDraft = z.infer<typeof noteDraftSchema>;

/** A call that was begun: it stays with the record and contact it began with. */
export const runningCallSchema = z.strictObject({
  record: recordKeySchema,
  name: z.string(),
  number: z.string(),
  startedAt: instantSchema,
  by: z.enum(['tel', 'key']),
});
export type RunningCall = z.infer<typeof runningCallSchema>;

/** What was typed into the log and not yet saved; one per record and person, the same on every surface. */
export const draftSchema = z.strictObject({
  record: recordKeySchema,
  channel: channelSchema,
  outcome: z.string().nullable(),
  text: z.string().max(20_000),
  /** Null = now. */
  at: instantSchema.nullable(),
  durationSec: z.int().nonnegative().nullable(),
  next: nextStepSchema.nullable(),
  meetingAt: instantSchema.nullable(),
  revision: z.int().nonnegative(),
  open: z.boolean(),
});
export type Draft = z.infer<typeof draftSchema>;

export const activityViewSchema = z.strictObject({
  id: eventIdSchema,
  record: recordKeySchema.nullable(),
  recordName: z.string(),
  object: objectKindSchema.nullable(),
  channel: channelSchema,
  outcome: z.string().nullable(),
  text: z.string(),
  who: z.string(),
  at: instantSchema,
  day: daySchema,
  zone: z.string(),
  durationSec: z.int().nullable(),
  next: nextStepSchema.nullable(),
  meetingAt: instantSchema.nullable(),
  meetingResult: z.enum(['held', 'no-show', 'moved']).nullable(),
  crm: outboxStateSchema.nullable(),
  crmWhy: z.string().nullable(),
});
export type ActivityView = z.infer<typeof activityViewSchema>;

/** Everything the panel shows at rest, in one answer. */
export const panelViewSchema = z.strictObject({
  /** Why there may be nothing to show; `ready` has a record, `watching` an added CRM without one. */
  state: z.enum(['not-a-crm', 'not-set-up', 'watching', 'waiting', 'ready', 'cannot-read']),
  instance: instanceSchema.nullable(),
  /** `ask`: the signed-in user is not known to be me; nothing is counted or written until answered. */
  identity: z.enum(['known', 'ask', 'somebody-else', 'unknown']),
  signedIn: z.strictObject({ remoteId: z.string(), name: z.string() }).nullable(),
  record: recordSnapshotSchema.nullable(),
  /**
   * What a log and a note are tied to: the record of the address, also where its page cannot be read. The name is the
   * last one read. Null without a record, before its page has shown it, and for anybody who is not known to be me.
   */
  about: z
    .strictObject({ key: recordKeySchema, object: objectKindSchema, name: z.string().nullable() })
    .nullable(),
  mine: z.enum(['mine', 'other', 'unknown']),
  readable: z.strictObject({ read: z.int(), expected: z.int(), missing: z.array(fieldNameSchema) }),
  lastTouch: z
    .strictObject({
      at: instantSchema,
      channel: channelSchema,
      outcome: z.string().nullable(),
      tries: z.int(),
    })
    .nullable(),
  stageDays: z.int().nullable(),
  closeMoved: z.int().nullable(),
  nextStep: nextStepSchema.extend({ id: eventIdSchema, text: z.string() }).nullable(),
  contactZone: z.string().nullable(),
  progress: z.array(progressSchema),
  /** Headline goal if this open deal is won: value and attainment. */
  withThis: z
    .strictObject({
      value: z.number(),
      target: z.number(),
      unit: z.enum(['count', 'money']),
      currency: z.string().nullable(),
    })
    .nullable(),
  prompt: promptSchema.nullable(),
  notes: z.array(noteViewSchema),
  /** Meetings that are over and not yet answered: held, no-show, moved. */
  meetingsDue: z.array(z.strictObject({ activity: eventIdSchema, at: instantSchema, name: z.string() })),
  running: runningCallSchema.nullable(),
  /** The log begun on the record of the running call, else on this one. */
  draft: draftSchema.nullable(),
  noteDraft: noteDraftSchema.nullable(),
  /** Last log on this record while it can still be undone. */
  undo: z
    .strictObject({ activity: eventIdSchema, until: instantSchema, outcome: z.string().nullable() })
    .nullable(),
  doNotCall: z.boolean(),
  outbox: z.strictObject({ waiting: z.int(), needsYou: z.int() }),
  outcomes: z.array(outcomeSchema),
  role: z.enum(['sdr', 'ae']),
  language: languageSchema,
  appearance: z.enum(['page', 'light', 'dark']),
  zone: z.string(),
  now: instantSchema,
  revision: z.int(),
});
export type PanelView = z.infer<typeof panelViewSchema>;

export const instanceViewSchema = z.strictObject({
  instance: instanceSchema,
  granted: z.boolean(),
  me: z.strictObject({ remoteId: z.string(), name: z.string() }).nullable(),
  coverage: z.array(
    z.strictObject({ from: daySchema, asOf: instantSchema, count: z.int(), how: z.string() }),
  ),
});
export type InstanceView = z.infer<typeof instanceViewSchema>;

export const outboxViewSchema = z.strictObject({
  id: eventIdSchema,
  instance: instanceIdSchema,
  recordName: z.string(),
  subject: z.string(),
  text: z.string(),
  state: outboxStateSchema,
  waitingFor: z.enum(['undo', 'open-tab', 'sign-in', 'retry', 'nothing']),
  why: z.string().nullable(),
  at: instantSchema,
});
export type OutboxView = z.infer<typeof outboxViewSchema>;
