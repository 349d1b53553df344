import * as z from 'zod';
import { deviceIdSchema, eventIdSchema, personIdSchema, recordKeySchema } from '../ids.ts';
import { daySchema, instantSchema, zoneSchema } from '../time.ts';

export const sourceSchema = z.strictObject({
  via: z.enum(['panel', 'dashboard', 'page', 'crm-import', 'file-import', 'system']),
  /** Adapter kind and revision that saw it, when a page or API was involved. */
  adapter: z.string().max(40).optional(),
  revision: z.int().optional(),
});

/**
 * What every event carries. Nobody edits an event: a correction is a new event that `supersedes` it. Buyers'
 * names, phones and free text are not here but in the private table under the same id.
 */
export const envelopeSchema = z.strictObject({
  id: eventIdSchema,
  kind: z.string().min(1).max(60),
  /** Version of the body's shape, from 1. A newer one than this build knows is quarantined, never dropped. */
  v: z.int().min(1),
  /** Who did it. */
  actor: personIdSchema,
  /** Whose number it is. */
  subject: personIdSchema,
  device: deviceIdSchema,
  /** Gapless per device, from 1. */
  seq: z.int().min(1),
  /** When the act happened. */
  at: instantSchema,
  /** When it was written down. */
  recordedAt: instantSchema,
  zone: zoneSchema,
  /** Minutes east of UTC at `at`. */
  offset: z.int().min(-1080).max(1080),
  /** Civil day of `at` in `zone`, fixed for ever: the day on which it counts. */
  day: daySchema,
  record: recordKeySchema.optional(),
  source: sourceSchema,
  supersedes: eventIdSchema.optional(),
  /** Null once erased: the envelope stays so that the log still adds up. */
  body: z.unknown(),
  erased: z.boolean().optional(),
});
export type Envelope = z.infer<typeof envelopeSchema>;
