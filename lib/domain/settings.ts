import * as z from 'zod';
import { outcomeSchema } from './outcome.ts';
import { periodKindSchema } from './goal.ts';
import { currencySchema } from './money.ts';
import { crmKindSchema } from './record.ts';
import { daySchema, zoneSchema } from './time.ts';

export const languageSchema = z.enum(['en', 'ko']);
export type Language = z.infer<typeof languageSchema>;

/** The first of a person's languages (BCP 47, most wanted first) that Touchline speaks; English when none is. */
export function languageAmong(tags: readonly string[]): Language {
  for (const tag of tags) {
    const known = languageSchema.safeParse(tag.toLowerCase().split(/[-_]/)[0]);
    if (known.success) return known.data;
  }
  return 'en';
}

export const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const calendarSettingsSchema = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z.string().max(10).nullable().default(null),
  zone: zoneSchema,
  /** Weights Monday … Sunday, 0…1. */
  week: z.array(z.number().min(0).max(1)).length(7).default([1, 1, 1, 1, 1, 0, 0]),
  /** ISO weekday a week starts on; from here, not from Intl (which says Sunday for ko-KR). */
  weekStart: z.int().min(1).max(7).default(1),
  hours: z.strictObject({ from: clockSchema, to: clockSchema }).default({ from: '09:00', to: '18:00' }),
  fiscalYearStart: z.int().min(1).max(12).default(1),
  companyDays: z
    .array(
      z.strictObject({
        day: daySchema,
        weight: z.number().min(0).max(1),
        half: z.enum(['morning', 'afternoon']).optional(),
        name: z.string().max(80).default(''),
      }),
    )
    .default([]),
  daysOff: z
    .array(
      z.strictObject({
        day: daySchema,
        share: z.number().min(0).max(1),
        half: z.enum(['morning', 'afternoon']).optional(),
      }),
    )
    .default([]),
});
export type CalendarSettings = z.infer<typeof calendarSettingsSchema>;

/**
 * The one documented settings file: what the options page saves, what an administrator deploys through
 * `storage.managed`, and what the local build reads as its seed. Every part is optional.
 */
export const settingsFileSchema = z.strictObject({
  touchline: z.literal(1),
  /** The day from which a team's file holds; shown in "how is this counted?". */
  dated: daySchema.optional(),
  language: z.union([languageSchema, z.literal('browser')]).optional(),
  appearance: z.enum(['page', 'light', 'dark']).optional(),
  role: z.enum(['sdr', 'ae']).optional(),
  calendar: calendarSettingsSchema.optional(),
  outcomes: z.array(outcomeSchema).min(1).max(9).optional(),
  definitions: z.strictObject({ conversationSeconds: z.int().min(1).max(3600) }).optional(),
  /** Days a buyer's words and numbers are kept on this device. */
  retentionDays: z.int().min(30).max(3650).optional(),
  me: z.strictObject({ name: z.string().min(1).max(120) }).optional(),
  crms: z
    .array(
      z.strictObject({
        kind: crmKindSchema,
        base: z.string().max(300),
        tenant: z.string().max(300).optional(),
        label: z.string().max(120).optional(),
        /** Remote user id that is me there: the answer to "who are you here?". */
        iAm: z.strictObject({ remoteId: z.string().max(120), name: z.string().max(200) }).optional(),
        test: z.boolean().default(false),
      }),
    )
    .optional(),
  goals: z
    .array(
      z.strictObject({
        metric: z.string(),
        period: periodKindSchema,
        target: z.number().positive(),
        currency: currencySchema.nullable().default(null),
        headline: z.boolean().default(false),
        prorate: z.boolean().default(true),
      }),
    )
    .max(12)
    .optional(),
});
export type SettingsFile = z.infer<typeof settingsFileSchema>;

/** The settings in force: the file's choices over these defaults. */
export interface Settings {
  readonly language: Language | 'browser';
  readonly appearance: 'page' | 'light' | 'dark';
  readonly role: 'sdr' | 'ae';
  readonly calendar: CalendarSettings | null;
  readonly outcomes: readonly z.infer<typeof outcomeSchema>[];
  readonly conversationSeconds: number;
  readonly retentionDays: number;
  readonly dated: string | null;
}
