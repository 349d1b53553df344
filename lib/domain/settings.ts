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

const half = z.enum(['morning', 'afternoon']).optional();
const calendarPieces = {
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z.string().max(10).nullable(),
  zone: zoneSchema,
  /** Weights Monday … Sunday, 0…1. */
  week: z.array(z.number().min(0).max(1)).length(7),
  /** ISO weekday a week starts on; from here, not from Intl (which says Sunday for ko-KR). */
  weekStart: z.int().min(1).max(7),
  hours: z.strictObject({ from: clockSchema, to: clockSchema }),
  fiscalYearStart: z.int().min(1).max(12),
  companyDays: z.array(
    z.strictObject({
      day: daySchema,
      weight: z.number().min(0).max(1),
      half,
      name: z.string().max(80).default(''),
    }),
  ),
  daysOff: z.array(z.strictObject({ day: daySchema, share: z.number().min(0).max(1), half })),
};

export const calendarSettingsSchema = z.strictObject({
  ...calendarPieces,
  region: calendarPieces.region.default(null),
  week: calendarPieces.week.default([1, 1, 1, 1, 1, 0, 0]),
  weekStart: calendarPieces.weekStart.default(1),
  hours: calendarPieces.hours.default({ from: '09:00', to: '18:00' }),
  fiscalYearStart: calendarPieces.fiscalYearStart.default(1),
  companyDays: calendarPieces.companyDays.default([]),
  daysOff: calendarPieces.daysOff.default([]),
});
export type CalendarSettings = z.infer<typeof calendarSettingsSchema>;

/**
 * The one documented settings file: what the options page saves, what an administrator deploys through
 * `storage.managed`, and what the local build reads as its seed. Every part is optional.
 */
export const settingsFileSchema = z.strictObject({
  touchline: z.literal(1),
  /** The day from which a team's file holds; shown beside what the company set. */
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

const { goals: _goals, crms: _crms, ...preferences } = settingsFileSchema.shape;
/**
 * What a person changed for themselves, of the calendar piece by piece: days off are theirs while company days are the
 * company's. Whatever is not here follows the company's file. Goals and CRMs have tables of their own.
 */
export const ownSettingsSchema = z.strictObject({
  ...preferences,
  calendar: z.strictObject(calendarPieces).partial().optional(),
});
export type OwnSettings = z.infer<typeof ownSettingsSchema>;

/** Parts of a company's file that a person sees as the company's, in the order of the options page. */
export const COMPANY_PARTS = [
  ...(['language', 'appearance', 'role', 'me', 'outcomes', 'definitions', 'retentionDays'] as const),
  ...(['country', 'region', 'zone', 'week', 'weekStart', 'hours', 'fiscalYearStart'] as const),
  ...(['companyDays', 'daysOff'] as const),
] as const satisfies readonly (keyof SettingsFile | keyof CalendarSettings)[];
export type CompanyPart = (typeof COMPANY_PARTS)[number];

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
