import * as z from 'zod';
import { instanceIdSchema, recordKeySchema } from './ids.ts';
import { moneySchema } from './money.ts';
import { stageSchema } from './record.ts';
import { daySchema, instantSchema } from './time.ts';

/** A deal as the deals table keeps it: what win rate, revenue and rules are counted from. */
export const dealSchema = z.strictObject({
  key: recordKeySchema,
  instance: instanceIdSchema,
  name: z.string().max(2000),
  account: z.string().max(2000).nullable(),
  /** Remote user id; null when the CRM did not tell. */
  owner: z.string().max(120).nullable(),
  amount: moneySchema.nullable(),
  stage: stageSchema,
  status: z.enum(['open', 'won', 'lost']),
  closeDay: daySchema.nullable(),
  createdDay: daySchema.nullable(),
  nextStep: z.string().max(2000).nullable(),
  /** When this deal entered its present stage, as far as known. */
  stageSince: daySchema.nullable(),
  /** `listed`: came with "load my deals" and counts towards coverage; `seen`: only looked at. */
  from: z.enum(['listed', 'seen']),
  seenAt: instantSchema,
  /** False when the CRM no longer returns it. */
  present: z.boolean(),
});
export type Deal = z.infer<typeof dealSchema>;

/** One observed change of a deal's stage, amount, close date or owner. */
export const dealChangeSchema = z.strictObject({
  key: recordKeySchema,
  field: z.enum(['stage', 'amount', 'closeDay', 'owner', 'status']),
  before: z.string().nullable(),
  after: z.string().nullable(),
  at: instantSchema,
});
export type DealChange = z.infer<typeof dealChangeSchema>;

/** What a source has covered: the reason a figure may count towards a goal. */
export const coverageSchema = z.strictObject({
  instance: instanceIdSchema,
  object: z.enum(['deal']),
  owner: z.string(),
  from: daySchema,
  until: daySchema.nullable(),
  how: z.enum(['api-list', 'page-list', 'file']),
  asOf: instantSchema,
  count: z.int().nonnegative(),
});
export type Coverage = z.infer<typeof coverageSchema>;
