import { canonicalId, keyPrefixes } from '../data/ids.ts';
import { insertRow, removeRow, updateRow, writeContext } from '../data/store.ts';
import { fieldsOf, objectNamed } from '../schema/index.ts';
import type { ObjectDef } from '../schema/fields.ts';
import type { PracticeState, Row } from '../types.ts';
import { fault, notFound } from './fault.ts';
import { describe } from './describe.ts';
import type { Viewer } from './format.ts';
import type { ApiReply, ApiRequest } from './reply.ts';
import { attributes } from './soql-run.ts';
import { readWrite } from './validate.ts';

/** @throws ApiFault 404 NOT_FOUND or ENTITY_IS_DELETED, 400 MALFORMED_ID */
export function findRow(state: PracticeState, object: ObjectDef, rawId: string): Row {
  const id = canonicalId(rawId);
  if (!id) throw fault(400, 'MALFORMED_ID', `malformed id ${rawId}`);
  if (state.deleted.has(id)) throw fault(404, 'ENTITY_IS_DELETED', 'entity is deleted', []);
  const row = id.startsWith(keyPrefixes[object.name]) ? state.tables[object.name].get(id) : undefined;
  if (!row) throw notFound();
  return row;
}

function read(state: PracticeState, object: ObjectDef, row: Row, query: URLSearchParams): ApiReply {
  const known = fieldsOf(object, state.options);
  const asked = query.get('fields')?.split(',') ?? [...known.keys()];
  const body: Record<string, unknown> = { attributes: attributes(object.name, row.Id) };
  for (const name of asked) {
    const field = known.get(name);
    if (!field)
      throw fault(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    const value = row[name] ?? null;
    body[name] = field.type === 'datetime' && typeof value === 'string' ? value.replace('Z', '+0000') : value;
  }
  return { status: 200, body };
}

/** /sobjects/{Obj}[/describe | /{id}] */
export function handleSobjects(
  state: PracticeState,
  viewer: Viewer,
  request: ApiRequest,
  parts: readonly string[],
): ApiReply {
  const [objectName, second] = parts;
  const object = objectName ? objectNamed(objectName) : null;
  if (!object || parts.length > 2) throw notFound();
  const ctx = writeContext(state, viewer.user.Id);
  const { method } = request;
  if (second === undefined) {
    if (method !== 'POST')
      throw fault(
        405,
        'METHOD_NOT_ALLOWED',
        `HTTP Method '${method}' not allowed. Allowed are GET,POST,HEAD`,
      );
    if (!object.writable)
      throw fault(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'entity type cannot be inserted', []);
    const row = insertRow(ctx, object.name, readWrite(state, object, request.body, null));
    const location = `/services/data/v66.0/sobjects/${object.name}/${row.Id}`;
    return {
      status: 201,
      body: { id: row.Id, success: true, errors: [] },
      headers: { Location: location },
      wrote: true,
    };
  }
  if (second === 'describe') return { status: 200, body: describe(state, object, viewer) };
  const row = findRow(state, object, second);
  if (method === 'GET') return read(state, object, row, request.query);
  if (!object.writable)
    throw fault(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'entity type cannot be updated', []);
  if (method === 'PATCH') {
    updateRow(ctx, object.name, row, readWrite(state, object, request.body, row));
    return { status: 204, wrote: true };
  }
  if (method !== 'DELETE')
    throw fault(
      405,
      'METHOD_NOT_ALLOWED',
      `HTTP Method '${method}' not allowed. Allowed are DELETE,GET,HEAD,PATCH`,
    );
  removeRow(state, object.name, row.Id);
  return { status: 204, wrote: true };
}
