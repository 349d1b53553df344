import * as z from 'zod';
import { coverageSchema, dealChangeSchema, dealSchema } from '../../domain/deal.ts';
import { privateSchema } from '../../domain/events/kinds.ts';
import { goalVersionSchema } from '../../domain/goal.ts';
import { eventIdSchema, recordKeySchema } from '../../domain/ids.ts';
import { crmLinkSchema, instanceSchema, personSchema } from '../../domain/instance.ts';
import { outboxItemSchema } from '../../domain/outbox.ts';
import { recordSnapshotSchema } from '../../domain/record.ts';
import { daySchema, instantSchema } from '../../domain/time.ts';

/** Version of the file's own shape, from 1. */
export const FORMAT = 1;

export const headerSchema = z.object({
  touchline: z.literal('export'),
  format: z.int().min(1),
  app: z.literal('touchline'),
  schema: z.int().min(1),
  createdAt: instantSchema,
});

/** Longest line taken: a record with every field at its limit is a tenth of it. */
export const LINE_LIMIT = 1_000_000;

const metric = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

export const keptSchema = z.strictObject({
  event: eventIdSchema,
  about: eventIdSchema.nullable(),
  tallies: z
    .array(
      z.strictObject({
        metric,
        day: daySchema,
        currency: z.string().regex(/^([A-Z]{3})?$/),
        dims: z.string().max(400),
        amount: z.int(),
      }),
    )
    .max(100),
  members: z.array(z.strictObject({ metric, day: daySchema, member: z.string().min(1).max(300) })).max(100),
});

/** Every table of a file but the events, with the shape of its rows. */
export const ROW_SCHEMAS = {
  people: personSchema,
  instances: instanceSchema,
  links: crmLinkSchema,
  aliases: z.strictObject({ from: recordKeySchema, to: recordKeySchema }),
  goals: goalVersionSchema,
  coverage: coverageSchema,
  records: recordSnapshotSchema,
  deals: dealSchema,
  dealChanges: dealChangeSchema,
  erasures: z.strictObject({ key: recordKeySchema, at: instantSchema }),
  shelf: z.strictObject({ name: z.string().min(1).max(400), value: z.json() }),
  kept: keptSchema,
  privates: privateSchema,
  outbox: outboxItemSchema,
} as const;

export type RowTable = keyof typeof ROW_SCHEMAS;
export type RowOf<T extends RowTable> = z.output<(typeof ROW_SCHEMAS)[T]>;
