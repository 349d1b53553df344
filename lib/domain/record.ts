import * as z from 'zod';
import { instanceIdSchema, recordKeySchema } from './ids.ts';
import { currencySchema, moneySchema } from './money.ts';
import { daySchema, instantSchema } from './time.ts';

export const crmKindSchema = z.enum(['salesforce', 'tryton', 'odoo']);
export type CrmKind = z.infer<typeof crmKindSchema>;

/** The field's four words for what a CRM keeps; each adapter maps its own object names to them. */
export const objectKindSchema = z.enum(['lead', 'contact', 'account', 'deal']);
export type ObjectKind = z.infer<typeof objectKindSchema>;

/** Which record a page shows: known from the address or the open dialog, never from its text. */
export const recordRefSchema = z.strictObject({
  object: objectKindSchema,
  api: z.string().min(1).max(80),
  remoteId: z.string().min(1).max(120),
});
export type RecordRef = z.infer<typeof recordRefSchema>;

export const FIELD_NAMES = [
  'name',
  'amount',
  'stage',
  'closeDate',
  'owner',
  'account',
  'contact',
  'phone',
  'email',
  'title',
  'nextStep',
  'probability',
  'created',
  'country',
] as const;
export const fieldNameSchema = z.enum(FIELD_NAMES);
export type FieldName = z.infer<typeof fieldNameSchema>;

/**
 * One field as a page or an API gave it, before anybody has understood it. `machine` is a value free of locale
 * (a raw decimal, an ISO date, a stage id); `text` is what a person sees. Limits keep hostile pages small.
 */
export const rawFieldSchema = z.strictObject({
  text: z.string().max(2000),
  machine: z.string().max(400).optional(),
  /** Remote id behind a link or lookup. */
  id: z.string().max(120).optional(),
  currency: currencySchema.optional(),
  /** For stages: what the CRM itself says of it. */
  closed: z.enum(['open', 'won', 'lost']).optional(),
});
export type RawField = z.infer<typeof rawFieldSchema>;

export const rawReadingSchema = z.strictObject({
  ref: recordRefSchema,
  adapter: crmKindSchema,
  revision: z.int().nonnegative(),
  source: z.enum(['page', 'api']),
  fields: z.partialRecord(fieldNameSchema, rawFieldSchema),
  /** Fields the adapter looks for on this kind of record: the 11 of "9 of 11". */
  expected: z.array(fieldNameSchema),
  /** Spots where only a later selector matched: the page has begun to change. */
  fallbacks: z.array(z.string().max(60)).max(40),
  /** Language and locale the page itself declares, as BCP 47; null when it does not say. */
  language: z.string().max(35).nullable(),
  locale: z.string().max(35).nullable(),
  zone: z.string().max(64).nullable(),
});
export type RawReading = z.infer<typeof rawReadingSchema>;

export const confidenceSchema = z.enum(['exact', 'likely', 'ambiguous']);

function observed<Value extends z.ZodType>(value: Value) {
  return z.strictObject({
    /** What stood there. Null only when the record says the field is empty. */
    raw: z.string().max(2000).nullable(),
    /** Null = empty or not understood: `confidence` tells which (an empty field is exactly empty). */
    value: value.nullable(),
    source: z.enum(['page', 'api', 'taught']),
    confidence: confidenceSchema,
    /** "48.3k": shown as about, never counted as exact. */
    rounded: z.boolean(),
  });
}

const text = z.string().max(2000);
export const referenceSchema = z.strictObject({ remoteId: z.string().nullable(), name: text });
export const stageSchema = z.strictObject({
  id: z.string().nullable(),
  label: text,
  status: z.enum(['open', 'won', 'lost']).nullable(),
});
export type StageSeen = z.infer<typeof stageSchema>;

export const fieldsSchema = z.strictObject({
  name: observed(text).optional(),
  amount: observed(moneySchema).optional(),
  stage: observed(stageSchema).optional(),
  closeDate: observed(daySchema).optional(),
  owner: observed(referenceSchema).optional(),
  account: observed(referenceSchema).optional(),
  contact: observed(referenceSchema).optional(),
  phone: observed(text).optional(),
  email: observed(text).optional(),
  title: observed(text).optional(),
  nextStep: observed(text).optional(),
  /** 0…1 */
  probability: observed(z.number().min(0).max(1)).optional(),
  created: observed(daySchema).optional(),
  country: observed(text).optional(),
});
export type RecordFields = z.infer<typeof fieldsSchema>;

/** A record as Touchline knows it: the last good look at it, field by field. */
export const recordSnapshotSchema = z.strictObject({
  key: recordKeySchema,
  instance: instanceIdSchema,
  object: objectKindSchema,
  api: z.string(),
  remoteId: z.string(),
  fields: fieldsSchema,
  expected: z.array(fieldNameSchema),
  missing: z.array(fieldNameSchema),
  fallbacks: z.array(z.string()),
  adapter: crmKindSchema,
  revision: z.int(),
  seenAt: instantSchema,
});
export type RecordSnapshot = z.infer<typeof recordSnapshotSchema>;
