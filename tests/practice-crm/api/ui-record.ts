import { canonicalId, masterRecordType } from '../data/ids.ts';
import { insertRow, text, updateRow, writeContext } from '../data/store.ts';
import { fieldNamed, objectNamed, objectOfId, schema } from '../schema/index.ts';
import type { FieldDef, ObjectDef } from '../schema/fields.ts';
import type { PracticeState, Row } from '../types.ts';
import { ApiFault, fault, notFound, recordFault } from './fault.ts';
import { displayValue, referenceName, type Viewer } from './format.ts';
import type { ApiReply, ApiRequest } from './reply.ts';
import { findRow } from './sobjects.ts';
import { readWrite } from './validate.ts';

/** Not cryptographic: only has to change when the record does. */
function eTag(row: Row): string {
  const seed = `${row.Id}${text(row, 'SystemModstamp')}`;
  let a = 0x811c9dc5;
  let out = '';
  for (let i = 0; out.length < 32; i += 1) {
    a = Math.imul(a ^ seed.charCodeAt(i % seed.length) ^ i, 16777619) >>> 0;
    if (i >= seed.length) out += a.toString(16).padStart(8, '0');
  }
  return out.slice(0, 32);
}

/** Fields a layout request answers with. */
export const compactFields: Readonly<Record<string, readonly string[]>> = {
  Opportunity: ['Name', 'AccountId', 'Amount', 'CloseDate', 'StageName', 'OwnerId'],
  Lead: ['Name', 'Title', 'Company', 'Phone', 'Email', 'Status', 'OwnerId'],
  Contact: ['Name', 'AccountId', 'Title', 'Phone', 'Email', 'OwnerId'],
  Account: ['Name', 'Type', 'Phone', 'Website', 'Industry', 'OwnerId'],
};

interface Wanted {
  readonly name: string;
  readonly optional: boolean;
}

function wantedFields(object: ObjectDef, query: URLSearchParams): Wanted[] {
  const split = (key: string): string[] =>
    query
      .getAll(key)
      .flatMap((v) => v.split(','))
      .map((v) => v.trim())
      .filter(Boolean);
  const layouts = split('layoutTypes');
  const layoutFields = layouts.includes('Full')
    ? [...object.fields.keys()]
    : layouts.length
      ? (compactFields[object.name] ?? [object.nameField])
      : [];
  return [
    ...layoutFields.map((name) => ({ name: `${object.name}.${name}`, optional: true })),
    ...split('fields').map((name) => ({ name, optional: false })),
    ...split('optionalFields').map((name) => ({ name, optional: true })),
  ];
}

function nested(object: ObjectDef, row: Row): Record<string, unknown> & { fields: Record<string, unknown> } {
  return {
    apiName: object.name,
    childRelationships: {},
    eTag: eTag(row),
    fields: {},
    id: row.Id,
    lastModifiedById: null,
    lastModifiedDate: null,
    recordTypeId: masterRecordType,
    recordTypeInfo: null,
    systemModstamp: null,
    weakEtag: 0,
  };
}

function refuse(name: string): never {
  throw fault(
    400,
    'INVALID_FIELD',
    `No such column '${name.split('.').at(-1)}' on entity '${name.split('.')[0]}'`,
  );
}

/** Walks `Opportunity.Account.Name` and puts each step into the answer. */
function addField(
  state: PracticeState,
  viewer: Viewer,
  object: ObjectDef,
  row: Row,
  into: Record<string, unknown>,
  parts: readonly string[],
  wanted: Wanted,
): void {
  const [part, ...rest] = parts;
  if (!part) refuse(wanted.name);
  if (rest.length === 0) {
    const field = fieldNamed(object, part, state.options);
    if (!field) return wanted.optional ? undefined : refuse(wanted.name);
    const value = row[field.name] ?? null;
    into[field.name] = { displayValue: displayValue(field, value, row, state, viewer), value };
    return;
  }
  const step = [...object.fields.values()].find((f: FieldDef) => f.relation === part && f.to.length === 1);
  if (!step) return wanted.optional ? undefined : refuse(wanted.name);
  const target = schema[step.to[0]!];
  const related = state.tables[target.name].get(String(row[step.name]));
  if (!related) {
    into[part] ??= { displayValue: null, value: null };
    return;
  }
  into[part] ??= { displayValue: referenceName(state, step, related.Id), value: nested(target, related) };
  const inner = (into[part] as { value: ReturnType<typeof nested> }).value;
  inner.fields['Id'] ??= { displayValue: null, value: related.Id };
  addField(state, viewer, target, related, inner.fields, rest, wanted);
}

export function uiRecord(
  state: PracticeState,
  viewer: Viewer,
  object: ObjectDef,
  row: Row,
  wanted: readonly Wanted[],
): unknown {
  const fields: Record<string, unknown> = {};
  for (const one of wanted) {
    const [of, ...parts] = one.name.split('.');
    if (of !== object.name) {
      if (one.optional) continue;
      refuse(one.name);
    }
    addField(state, viewer, object, row, fields, parts, one);
  }
  return {
    ...nested(object, row),
    fields,
    lastModifiedById: row['LastModifiedById'] ?? null,
    lastModifiedDate: row['LastModifiedDate'] ?? null,
    systemModstamp: row['SystemModstamp'] ?? null,
    weakEtag: Date.parse(text(row, 'SystemModstamp')) || 0,
  };
}

/** GET and PATCH /ui-api/records/{id}, POST /ui-api/records. */
export function handleUiRecords(
  state: PracticeState,
  viewer: Viewer,
  request: ApiRequest,
  rawId: string | null,
): ApiReply {
  if (rawId === null) return createRecord(state, viewer, request);
  const object = canonicalId(rawId) ? objectOfId(rawId) : null;
  if (!object)
    throw canonicalId(rawId) ? notFound() : fault(400, 'INVALID_ID_FIELD', `Invalid identifier: ${rawId}`);
  const row = findRow(state, object, rawId);
  if (request.method === 'GET') {
    const wanted = wantedFields(object, request.query);
    if (wanted.length === 0) {
      throw fault(
        400,
        'ILLEGAL_QUERY_PARAMETER_VALUE',
        "At least one of 'fields', 'optionalFields' or 'layoutTypes' is required.",
      );
    }
    return { status: 200, body: uiRecord(state, viewer, object, row, wanted) };
  }
  if (request.method !== 'PATCH') throw notFound();
  return saving(() => {
    updateRow(
      writeContext(state, viewer.user.Id),
      object.name,
      row,
      readWrite(state, object, bodyFields(request.body), row),
    );
    return {
      status: 200,
      body: uiRecord(state, viewer, object, row, [{ name: `${object.name}.Id`, optional: true }]),
      wrote: true,
    };
  });
}

function createRecord(state: PracticeState, viewer: Viewer, request: ApiRequest): ApiReply {
  if (request.method !== 'POST') throw notFound();
  const apiName = (request.body as { apiName?: unknown } | null)?.apiName;
  const object = typeof apiName === 'string' ? objectNamed(apiName) : null;
  if (!object?.writable)
    throw fault(400, 'INVALID_TYPE', `Object ${String(apiName)} is not supported in UI API`);
  return saving(() => {
    const cells = readWrite(state, object, bodyFields(request.body), null);
    const row = insertRow(writeContext(state, viewer.user.Id), object.name, cells);
    return {
      status: 201,
      body: uiRecord(state, viewer, object, row, [{ name: `${object.name}.Id`, optional: true }]),
      wrote: true,
    };
  });
}

function bodyFields(body: unknown): unknown {
  return (body as { fields?: unknown } | null)?.fields ?? null;
}

function saving(work: () => ApiReply): ApiReply {
  try {
    return work();
  } catch (error) {
    throw error instanceof ApiFault ? recordFault(error) : error;
  }
}
