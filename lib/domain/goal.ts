import * as z from 'zod';
import { goalIdSchema, personIdSchema } from './ids.ts';
import { currencySchema } from './money.ts';
import { daySchema, instantSchema } from './time.ts';

export const periodKindSchema = z.enum(['day', 'week', 'month', 'quarter']);
export type PeriodKind = z.infer<typeof periodKindSchema>;

/**
 * One dated version of a goal. A change is a new version effective from a day; earlier versions keep their days,
 * so pace in the middle of a period stays fair (facts §D15: T = Σ Tₖ·Wₖ/Wrep).
 */
export const goalVersionSchema = z.strictObject({
  goal: goalIdSchema,
  version: z.int().min(1),
  metric: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  period: periodKindSchema,
  /** Count metrics: whole number. Money: minor units. Ratios: 0…1. */
  target: z.number().positive(),
  currency: currencySchema.nullable(),
  person: personIdSchema,
  /** Days off shorten the target. Part of the agreed goal; off by default for money. */
  prorate: z.boolean(),
  /** The headline of the panel. At most one goal has it. */
  headline: z.boolean(),
  effective: z.strictObject({ from: daySchema, to: daySchema.nullable() }),
  createdBy: personIdSchema,
  createdAt: instantSchema,
  visibility: z.enum(['author', 'shared']),
  archivedAt: instantSchema.nullable(),
});
export type GoalVersion = z.infer<typeof goalVersionSchema>;
