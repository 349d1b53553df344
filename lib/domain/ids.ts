import * as z from 'zod';

/** Crockford base 32, 26 characters; the first is at most 7 (48 bits of time). */
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

function ulid<const Brand extends string>() {
  return z.string().regex(ULID).brand<Brand>();
}

export const instanceIdSchema = ulid<'InstanceId'>();
export const personIdSchema = ulid<'PersonId'>();
export const eventIdSchema = ulid<'EventId'>();
export const deviceIdSchema = ulid<'DeviceId'>();
export const goalIdSchema = ulid<'GoalId'>();

export type InstanceId = z.infer<typeof instanceIdSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
export type EventId = z.infer<typeof eventIdSchema>;
export type DeviceId = z.infer<typeof deviceIdSchema>;
export type GoalId = z.infer<typeof goalIdSchema>;

/**
 * The one name of a CRM record everywhere in Touchline: `instance/object API name/canonical remote id`, each
 * part percent-encoded. Merges and lead conversion add an alias to a key; they never rewrite it.
 */
export const recordKeySchema = z
  .string()
  .max(300)
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}\/[^/]+\/[^/]+$/)
  .brand<'RecordKey'>();
export type RecordKey = z.infer<typeof recordKeySchema>;

export interface RecordAddress {
  readonly instance: InstanceId;
  /** The CRM's own object name: `Opportunity`, `crm.lead`, `sale.opportunity`. */
  readonly api: string;
  readonly remoteId: string;
}

// encodeURIComponent is ECMAScript, but TypeScript only declares it beside the DOM; the pure floors have no DOM.
declare function encodeURIComponent(part: string): string;
declare function decodeURIComponent(part: string): string;

export function recordKey(address: RecordAddress): RecordKey {
  const { instance, api, remoteId } = address;
  return recordKeySchema.parse(`${instance}/${encodeURIComponent(api)}/${encodeURIComponent(remoteId)}`);
}

export function recordAddress(key: RecordKey): RecordAddress {
  const [instance, api, remoteId] = key.split('/') as [string, string, string];
  return {
    instance: instanceIdSchema.parse(instance),
    api: decodeURIComponent(api),
    remoteId: decodeURIComponent(remoteId),
  };
}
