import * as z from 'zod';
import { instanceIdSchema, personIdSchema } from './ids.ts';
import { crmKindSchema } from './record.ts';
import { instantSchema } from './time.ts';

/** Who the CRM says is signed in: the page's or the API's own id for a user. */
export const crmUserSchema = z.strictObject({
  remoteId: z.string().min(1).max(120),
  name: z.string().max(200),
  /** Ids of the same person on other objects: Tryton's employee beside its user. */
  aliases: z.array(z.string().max(120)).default([]),
});
export type CrmUser = z.infer<typeof crmUserSchema>;

/** One tenant of one CRM. Its natural key is kind + tenant; every host of that tenant maps to it. */
export const instanceSchema = z.strictObject({
  id: instanceIdSchema,
  kind: crmKindSchema,
  /** Org id, portal, database name; else the base address with port and path. */
  tenant: z.string().min(1).max(300),
  label: z.string().min(1).max(120),
  /** Addresses without trailing slash, `https://host[:port][/path]`. */
  bases: z.array(z.string().max(300)).min(1),
  /** Sandboxes never count. */
  test: z.boolean(),
  version: z.string().max(40).nullable(),
  /** How writes travel: the page's own session, or nothing (the log is kept here and can be copied). */
  connection: z.enum(['none', 'page-session']),
  /** Default currency when the page shows a bare symbol. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  locale: z.string().max(35).nullable(),
  addedAt: instantSchema,
  archivedAt: instantSchema.nullable(),
});
export type Instance = z.infer<typeof instanceSchema>;

export const personSchema = z.strictObject({
  id: personIdSchema,
  name: z.string().max(120),
  me: z.boolean(),
  archivedAt: instantSchema.nullable(),
});
export type Person = z.infer<typeof personSchema>;

/** CRM user → person, confirmed by the rep once per instance. Owners are matched by remote id only. */
export const crmLinkSchema = z.strictObject({
  instance: instanceIdSchema,
  remoteId: z.string().min(1).max(120),
  name: z.string().max(200),
  aliases: z.array(z.string().max(120)),
  person: personIdSchema.nullable(),
  confirmedAt: instantSchema.nullable(),
});
export type CrmLink = z.infer<typeof crmLinkSchema>;
