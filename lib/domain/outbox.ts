import * as z from 'zod';
import { eventIdSchema, instanceIdSchema } from './ids.ts';
import { recordRefSchema } from './record.ts';
import { daySchema, instantSchema } from './time.ts';

/** What a CRM is asked to keep: one call or message, already worded in the CRM user's language. */
export const crmWriteSchema = z.strictObject({
  operation: z.literal('log-activity'),
  /** Our event id: written into the CRM so that a repeat is found instead of doubled. */
  reference: eventIdSchema,
  record: recordRefSchema,
  /** The lead or contact, when it is not the record itself. */
  contact: recordRefSchema.nullable(),
  channel: z.enum(['call', 'email', 'sms', 'linkedin', 'kakaotalk', 'meeting']),
  direction: z.enum(['out', 'in']),
  subject: z.string().max(255),
  text: z.string().max(20_000),
  outcome: z.string().max(120),
  at: instantSchema,
  day: daySchema,
  durationSec: z.int().nonnegative().nullable(),
});
export type CrmWrite = z.infer<typeof crmWriteSchema>;

export const outboxStateSchema = z.enum(['queued', 'sending', 'done', 'needs-you', 'kept-here', 'cancelled']);
export type OutboxState = z.infer<typeof outboxStateSchema>;

/** One write on its way to a CRM. It leaves no earlier than `notBefore`, which is when its undo ends. */
export const outboxItemSchema = z.strictObject({
  id: eventIdSchema,
  instance: instanceIdSchema,
  /** The CRM user it must be written as; when another is signed in, it waits. */
  asUser: z.string().nullable(),
  write: crmWriteSchema,
  state: outboxStateSchema,
  notBefore: instantSchema,
  attempt: z.int().nonnegative(),
  /** Lease: a `sending` item older than this is looked up in the CRM before it is sent again. */
  sendingSince: instantSchema.nullable(),
  remoteId: z.string().nullable(),
  /** The CRM's own words when it refused; ours when nothing could be reached. */
  why: z.string().max(2000).nullable(),
  waitingFor: z.enum(['undo', 'open-tab', 'sign-in', 'retry', 'nothing']),
  createdAt: instantSchema,
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;
