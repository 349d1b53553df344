import * as z from 'zod';
import { channelSchema, nextStepSchema } from '../domain/events/kinds.ts';
import { goalVersionSchema, periodKindSchema } from '../domain/goal.ts';
import { eventIdSchema, goalIdSchema, instanceIdSchema, recordKeySchema } from '../domain/ids.ts';
import { crmUserSchema, instanceSchema } from '../domain/instance.ts';
import { currencySchema } from '../domain/money.ts';
import { IMPORT_REFUSALS } from '../domain/ports.ts';
import { crmKindSchema, rawReadingSchema, recordRefSchema } from '../domain/record.ts';
import { COMPANY_PARTS, languageSchema, ownSettingsSchema, settingsFileSchema } from '../domain/settings.ts';
import { daySchema, instantSchema } from '../domain/time.ts';
import { defineCall, type Answer, type Envelope } from './call.ts';
import {
  activityViewSchema,
  draftSchema,
  figureSchema,
  instanceViewSchema,
  noteDraftSchema,
  noteViewSchema,
  outboxViewSchema,
  panelViewSchema,
  progressSchema,
} from './view.ts';

const nothing = z.strictObject({});
const done = z.strictObject({ done: z.literal(true) });
const both = ['framed', 'page'] as const;
const page = ['page'] as const;
const content = ['content'] as const;
/** The side panel names its tab; a framed panel's tab comes from its sender and this is ignored. */
const inTab = z.strictObject({ tabId: z.int().optional() });

/** Revision of the draft that this ends; a later one was typed on another surface meanwhile, and is left. Absent: any. */
const draftRevision = z.int().nonnegative().optional();
/** What a kept draft is now, and the database's own revision with it. */
const draftKept = z.strictObject({ revision: z.int(), at: z.int() });

const logInput = z.strictObject({
  /** Made by the surface, so that a repeat after a dead worker is the same act. */
  id: eventIdSchema,
  record: recordKeySchema,
  channel: channelSchema,
  direction: z.enum(['out', 'in']),
  outcome: z.string().nullable(),
  text: z.string().max(20_000),
  at: instantSchema,
  durationSec: z.int().min(0).max(86_400).nullable(),
  next: nextStepSchema.nullable(),
  meetingAt: instantSchema.nullable(),
  armedBy: z.enum(['key', 'tel', 'page', 'import']),
  draft: draftRevision,
});

/**
 * Every call between pages and the background. No call takes an address to fetch, a table or a query.
 * One table, longer than a file of ours should be: whoever asks what a page may do reads it here, and nowhere else.
 */
export const contract = {
  'content.hello': defineCall({
    callers: content,
    input: z.strictObject({ url: z.string().max(4000), kind: crmKindSchema }),
    output: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('stranger') }),
      z.strictObject({
        state: z.literal('welcome'),
        ticket: z.string(),
        instance: instanceIdSchema,
        place: z.strictObject({
          open: z.boolean(),
          side: z.enum(['left', 'right']),
          /** Share of the window's height, 0…1, where the tab sits. */
          top: z.number().min(0).max(1),
        }),
        language: languageSchema,
      }),
    ]),
  }),
  'content.observed': defineCall({
    callers: content,
    input: z.strictObject({
      url: z.string().max(4000),
      ref: recordRefSchema.nullable(),
      state: z.enum(['read', 'waiting', 'no-record', 'broken']),
      reading: rawReadingSchema.nullable(),
      signedIn: crmUserSchema.nullable(),
      dark: z.boolean(),
      at: instantSchema,
    }),
    output: done,
  }),
  'content.dialled': defineCall({
    callers: content,
    input: z.strictObject({ ref: recordRefSchema.nullable(), number: z.string().max(80), at: instantSchema }),
    output: done,
  }),
  'content.placed': defineCall({
    callers: content,
    input: z.strictObject({
      open: z.boolean(),
      side: z.enum(['left', 'right']),
      top: z.number().min(0).max(1),
    }),
    output: done,
  }),
  'panel.redeem': defineCall({
    callers: ['framed'],
    input: z.strictObject({ ticket: z.string().max(200) }),
    output: done,
  }),
  'panel.view': defineCall({ callers: both, input: inTab, output: panelViewSchema }),
  'identity.confirm': defineCall({
    callers: both,
    input: z.strictObject({ instance: instanceIdSchema, remoteId: z.string().max(120), mine: z.boolean() }),
    output: done,
    changes: ['view', 'crms', 'log', 'goals'],
  }),
  'call.start': defineCall({
    callers: both,
    input: z.strictObject({
      record: recordKeySchema,
      by: z.enum(['tel', 'key']),
      number: z.string().max(80),
    }),
    output: done,
    changes: ['view'],
  }),
  'call.stop': defineCall({ callers: both, input: nothing, output: done, changes: ['view'] }),
  'draft.save': defineCall({
    callers: both,
    input: draftSchema,
    output: draftKept,
  }),
  'draft.drop': defineCall({
    callers: both,
    input: z.strictObject({ record: recordKeySchema, draft: draftRevision }),
    output: done,
  }),
  'activity.log': defineCall({
    callers: both,
    input: logInput,
    output: z.strictObject({
      id: eventIdSchema,
      undoUntil: instantSchema,
      progress: z.array(progressSchema),
    }),
    changes: ['view', 'log', 'outbox', 'goals'],
  }),
  'activity.undo': defineCall({
    callers: both,
    input: z.strictObject({ id: eventIdSchema }),
    output: done,
    changes: ['view', 'log', 'outbox', 'goals'],
  }),
  'activity.correct': defineCall({
    callers: page,
    input: logInput.extend({ supersedes: eventIdSchema }),
    output: done,
    changes: ['view', 'log', 'goals'],
  }),
  'activity.withdraw': defineCall({
    callers: page,
    input: z.strictObject({ id: eventIdSchema }),
    output: done,
    changes: ['view', 'log', 'goals'],
  }),
  'activity.list': defineCall({
    callers: page,
    input: z.strictObject({
      from: daySchema.nullable(),
      to: daySchema.nullable(),
      channel: channelSchema.nullable(),
      outcome: z.string().nullable(),
      find: z.string().max(200),
      before: z.string().nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({ rows: z.array(activityViewSchema), next: z.string().nullable() }),
  }),
  'meeting.resolve': defineCall({
    callers: both,
    input: z.strictObject({
      activity: eventIdSchema,
      result: z.enum(['held', 'no-show', 'moved']),
      movedTo: instantSchema.nullable(),
    }),
    output: done,
    changes: ['view', 'log', 'goals'],
  }),
  'nextstep.set': defineCall({
    callers: both,
    input: z.strictObject({ record: recordKeySchema, next: nextStepSchema, text: z.string().max(2000) }),
    output: done,
    changes: ['view', 'log'],
  }),
  'nextstep.close': defineCall({
    callers: both,
    input: z.strictObject({ id: eventIdSchema, how: z.enum(['done', 'dropped']) }),
    output: done,
    changes: ['view', 'log'],
  }),
  'note.leave': defineCall({
    callers: both,
    input: z.strictObject({
      record: recordKeySchema,
      anchor: noteViewSchema.shape.anchor,
      kind: noteViewSchema.shape.kind,
      text: z.string().min(1).max(20_000),
      re: eventIdSchema.nullable(),
      draft: draftRevision,
    }),
    output: z.strictObject({ id: eventIdSchema }),
    changes: ['view', 'notes'],
  }),
  'note.draft': defineCall({
    callers: both,
    input: noteDraftSchema,
    output: draftKept,
  }),
  'note.mark': defineCall({
    callers: both,
    input: z.strictObject({
      note: eventIdSchema,
      mark: z.enum(['seen', 'acknowledged', 'tried', 'verified', 'dropped']),
    }),
    output: done,
    changes: ['view', 'notes'],
  }),
  'prompt.answer': defineCall({
    callers: both,
    input: z.strictObject({
      record: recordKeySchema,
      rule: z.string().max(60),
      answer: z.enum(['done', 'dismissed', 'later']),
    }),
    output: done,
    changes: ['view'],
  }),
  'progress.read': defineCall({
    callers: page,
    input: nothing,
    output: z.strictObject({ progress: z.array(progressSchema), metrics: z.array(figureSchema) }),
  }),
  'progress.chart': defineCall({
    callers: page,
    input: z.strictObject({ metric: z.string(), period: periodKindSchema, count: z.int().min(1).max(60) }),
    output: z.strictObject({ points: z.array(figureSchema) }),
  }),
  'progress.inputs': defineCall({
    callers: both,
    input: z.strictObject({
      metric: z.string(),
      from: daySchema,
      to: daySchema,
      cursor: z.string().nullable(),
    }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          day: daySchema.nullable(),
          amount: z.number().nullable(),
          currency: z.string().nullable(),
          link: z.string().nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  'goal.list': defineCall({
    callers: both,
    input: nothing,
    output: z.strictObject({ goals: z.array(goalVersionSchema) }),
  }),
  'goal.save': defineCall({
    callers: page,
    input: z.strictObject({
      goal: goalIdSchema.nullable(),
      metric: z.string(),
      period: periodKindSchema,
      target: z.number().positive(),
      currency: currencySchema.nullable(),
      prorate: z.boolean(),
      headline: z.boolean(),
    }),
    output: z.strictObject({ goal: goalIdSchema }),
    changes: ['view', 'goals'],
  }),
  'goal.archive': defineCall({
    callers: page,
    input: z.strictObject({ goal: goalIdSchema }),
    output: done,
    changes: ['view', 'goals'],
  }),
  'outbox.list': defineCall({
    callers: both,
    input: nothing,
    output: z.strictObject({ items: z.array(outboxViewSchema) }),
  }),
  'outbox.act': defineCall({
    callers: both,
    input: z.strictObject({ id: eventIdSchema, act: z.enum(['retry', 'keep-here', 'cancel']) }),
    output: done,
    changes: ['view', 'outbox'],
  }),
  'crm.list': defineCall({
    callers: page,
    input: nothing,
    output: z.strictObject({ crms: z.array(instanceViewSchema) }),
  }),
  /** The page has asked the browser for the origin in the user's click; the background detects, registers, injects. */
  'crm.add': defineCall({
    callers: page,
    input: z.strictObject({ address: z.string().min(3).max(2000) }),
    output: z.discriminatedUnion('state', [
      z.strictObject({
        state: z.literal('added'),
        instance: instanceSchema,
        signedIn: crmUserSchema.nullable(),
      }),
      z.strictObject({ state: z.enum(['not-granted', 'no-tab', 'unknown-crm', 'not-an-address']) }),
    ]),
    changes: ['crms', 'view'],
  }),
  'crm.remove': defineCall({
    callers: page,
    input: z.strictObject({ instance: instanceIdSchema }),
    output: done,
    changes: ['crms', 'view'],
  }),
  'crm.loadDeals': defineCall({
    callers: both,
    input: z.strictObject({ instance: instanceIdSchema, since: daySchema.optional() }),
    output: z.strictObject({ loaded: z.int(), since: daySchema }),
    changes: ['view', 'goals', 'crms'],
  }),
  'crm.compareDay': defineCall({
    callers: page,
    input: z.strictObject({ instance: instanceIdSchema, day: daySchema }),
    output: z.strictObject({
      both: z.int(),
      onlyHere: z.array(z.strictObject({ name: z.string(), at: instantSchema, why: z.string() })),
      onlyThere: z.array(z.strictObject({ name: z.string(), day: daySchema, why: z.string() })),
    }),
  }),
  'settings.read': defineCall({
    callers: both,
    input: nothing,
    output: z.strictObject({
      /** In force: the user's own parts over the company's. */
      file: settingsFileSchema,
      company: z.discriminatedUnion('state', [
        z.strictObject({ state: z.literal('none') }),
        z.strictObject({
          state: z.literal('holds'),
          dated: daySchema.nullable(),
          parts: z.array(z.enum(COMPANY_PARTS)),
        }),
        z.strictObject({ state: z.literal('broken'), where: z.string(), why: z.string() }),
      ]),
      setUp: z.boolean(),
      me: z.string().nullable(),
      language: languageSchema,
      revision: z.int(),
    }),
  }),
  /** Only the parts that are set now; the others stay as they are. */
  'settings.save': defineCall({
    callers: page,
    input: ownSettingsSchema,
    output: done,
    changes: ['settings', 'view', 'goals'],
  }),
  'data.summary': defineCall({
    callers: page,
    input: nothing,
    output: z.strictObject({
      rows: z.array(z.strictObject({ table: z.string(), count: z.int() })),
      bytes: z.number().nullable(),
      backedUpAt: instantSchema.nullable(),
      schema: z.int(),
    }),
  }),
  /** A file in pieces: ask with null, then with each cursor, until it is null. */
  'data.export': defineCall({
    callers: page,
    input: z.strictObject({ cursor: z.string().nullable() }),
    output: z.strictObject({ lines: z.array(z.string()), next: z.string().nullable() }),
  }),
  'data.import': defineCall({
    callers: page,
    input: z.strictObject({
      lines: z.array(z.string()),
      last: z.boolean(),
      dryRun: z.boolean(),
      session: z.string().max(40),
    }),
    output: z.strictObject({
      refused: z.enum(IMPORT_REFUSALS).nullable(),
      added: z.int(),
      known: z.int(),
      newer: z.int(),
      broken: z.array(z.strictObject({ line: z.int(), why: z.string() })),
    }),
    changes: ['data', 'view', 'log', 'goals', 'notes', 'crms', 'settings'],
  }),
  'data.backedUp': defineCall({ callers: page, input: nothing, output: done, changes: ['data'] }),
  'data.erase': defineCall({
    callers: page,
    input: z.discriminatedUnion('what', [
      z.strictObject({ what: z.literal('everything') }),
      z.strictObject({ what: z.literal('prospect'), record: recordKeySchema }),
    ]),
    output: z.strictObject({ removed: z.int() }),
    changes: ['data', 'view', 'log', 'goals', 'notes', 'crms', 'settings', 'outbox'],
  }),
  'data.prospects': defineCall({
    callers: page,
    input: z.strictObject({ find: z.string().max(200) }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ record: recordKeySchema, name: z.string(), count: z.int() })),
    }),
  }),
} as const;

export type Method = keyof typeof contract;
export type Input<M extends Method> = z.input<(typeof contract)[M]['input']>;
export type Parsed<M extends Method> = z.output<(typeof contract)[M]['input']>;
export type Output<M extends Method> = z.output<(typeof contract)[M]['output']>;
/** Leave one method out and the background does not compile. */
export type Handlers = { readonly [M in Method]: (input: Parsed<M>, from: Envelope) => Answer<Output<M>> };
export type Client = <M extends Method>(method: M, input: Input<M>) => Answer<Output<M>>;
