import * as z from 'zod';
import { daySchema } from '../../domain/time.ts';

/** What a goal agrees on beside its number. These travel in goals and settings, so they have schemas. */

/** Lower edges, inclusive, of the pace index. Source: facts §D2 (ahead ≥ 1.10, on ≥ 1.00, watch ≥ 0.90). */
export const bandsSchema = z
  .strictObject({ ahead: z.number().positive(), on: z.number().positive(), watch: z.number().positive() })
  .refine(
    (bands) => bands.ahead >= bands.on && bands.on >= bands.watch,
    'bands must fall from ahead to watch',
  );
export type Bands = z.infer<typeof bandsSchema>;
export const DEFAULT_BANDS: Bands = { ahead: 1.1, on: 1, watch: 0.9 };

/** A target for the whole period, in force on days [from, to); null is open. */
export const targetVersionSchema = z.strictObject({
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  target: z.number().min(0),
});
export type TargetVersion = z.infer<typeof targetVersionSchema>;

/**
 * Share of the full target in each month since hire. Month 1 is the calendar month of hire; past the end of the
 * list the target is whole.
 */
export const rampSchema = z.strictObject({
  hired: daySchema,
  months: z.array(z.number().min(0).max(1)).max(36),
});
export type Ramp = z.infer<typeof rampSchema>;

/**
 * How much should be there by a share u of the rep's working days.
 * `seasonal`: amounts by working-day index of each comparable past period.
 * `monthly`: percent of the target for each calendar month the period touches, in order; they sum to 100.
 */
export const curveSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('linear') }),
  z.strictObject({
    kind: z.literal('seasonal'),
    history: z.array(z.array(z.number()).readonly()).readonly(),
  }),
  z.strictObject({ kind: z.literal('monthly'), percents: z.array(z.number().min(0).max(100)).readonly() }),
]);
export type Curve = z.infer<typeof curveSchema>;

/**
 * When "behind" may be said. `count`: Poisson. `money`: far enough into the period, or enough closed deals expected
 * by now, told directly or as the usual size of a won deal in the unit of the goal. `none`: always.
 */
export type Guard =
  | { readonly kind: 'count' }
  | {
      readonly kind: 'money';
      readonly averageDeal?: number | null;
      readonly dealsExpectedByNow?: number | null;
    }
  | { readonly kind: 'none' };

/** Source of the thresholds: facts §D2 "Noise guard" and "projection". */
export const GUARD_P = 0.16;
export const GUARD_U = 0.2;
export const GUARD_DEALS = 5;
export const PROJECTION_FROM = 0.1;
