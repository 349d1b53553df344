import { canonicalId } from '../data/ids.ts';
import { text } from '../data/store.ts';
import { fieldsOf } from '../schema/index.ts';
import type { FieldDef, ObjectDef } from '../schema/fields.ts';
import type { Cell, PracticeState, Row } from '../types.ts';
import { fault } from './fault.ts';

const wireTypes: Partial<Record<FieldDef['type'], 'number' | 'boolean'>> = {
  currency: 'number',
  percent: 'number',
  double: 'number',
  int: 'number',
  boolean: 'boolean',
};

function cannotRead(kind: string, value: unknown): never {
  const shape =
    typeof value === 'number'
      ? 'VALUE_NUMBER'
      : typeof value === 'boolean'
        ? 'VALUE_BOOLEAN'
        : 'VALUE_STRING';
  throw fault(
    400,
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${kind} from ${shape} value ${String(value)} or request may be missing a required field at [line:1, column:1]`,
  );
}

/** Brings one sent value to a cell, or refuses it the way Salesforce does. */
function readValue(state: PracticeState, field: FieldDef, value: unknown): Cell {
  if (value === null || value === '') return null;
  const wanted = wireTypes[field.type] ?? 'string';
  if (
    wanted === 'number' &&
    typeof value === 'string' &&
    value.trim() !== '' &&
    Number.isFinite(Number(value))
  ) {
    return readValue(state, field, Number(value));
  }
  if (typeof value !== wanted) cannotRead(field.type === 'currency' ? 'double' : field.type, value);
  if (typeof value !== 'string') return value as number | boolean;
  if (field.type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) cannotRead('date', value);
  if (field.type === 'datetime') {
    const at = Date.parse(value);
    if (!/^\d{4}-\d{2}-\d{2}T/.test(value) || Number.isNaN(at)) cannotRead('datetime', value);
    return new Date(at).toISOString();
  }
  if (field.type === 'reference') return readReference(state, field, value);
  if (field.length > 0 && value.length > field.length) {
    const shown = value.length > 100 ? `${value.slice(0, 100)}…` : value;
    throw fault(
      400,
      'STRING_TOO_LONG',
      `${field.label[0]}: data value too large: ${shown} (max length=${field.length})`,
      [field.name],
    );
  }
  if (field.restricted && !field.values.includes(value)) {
    throw fault(
      400,
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label[0]}: bad value for restricted picklist field: ${value}`,
      [field.name],
    );
  }
  return value;
}

function readReference(state: PracticeState, field: FieldDef, value: string): string {
  const id = canonicalId(value);
  if (!id)
    throw fault(400, 'MALFORMED_ID', `${field.label[0]}: id value of incorrect type: ${value}`, [field.name]);
  if (state.deleted.has(id)) throw fault(400, 'ENTITY_IS_DELETED', 'entity is deleted', []);
  if (!field.to.some((target) => state.tables[target].has(id))) {
    throw fault(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
  }
  return id;
}

/** Rules between fields. `merged` is the record as it would be. */
function checkTogether(object: ObjectDef, merged: Record<string, Cell>): void {
  if (object.name !== 'Task' && object.name !== 'Event') return;
  if (text(merged as Row, 'WhoId').startsWith('00Q') && merged['WhatId']) {
    throw fault(
      400,
      'FIELD_INTEGRITY_EXCEPTION',
      'Related To ID: a lead cannot be combined with another related record',
      ['WhatId'],
    );
  }
}

/**
 * Checks a body for POST or PATCH and returns the cells to store.
 * Picklists with a default (Task.Status, Task.Priority) may be left out on create, but not sent empty.
 * @throws ApiFault in Salesforce's shapes (facts §3.6, §4.6)
 */
export function readWrite(
  state: PracticeState,
  object: ObjectDef,
  body: unknown,
  existing: Row | null,
): Record<string, Cell> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw fault(400, 'JSON_PARSER_ERROR', 'Unexpected character or end of input at [line:1, column:1]');
  }
  const known = fieldsOf(object, state.options);
  const cells: Record<string, Cell> = {};
  for (const [name, value] of Object.entries(body)) {
    if (name === 'attributes') continue;
    if (name.toLowerCase() === 'id') {
      throw fault(400, 'INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
    }
    const field = known.get(name);
    if (!field)
      throw fault(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    if (existing ? !field.updateable : !field.createable) {
      throw fault(
        400,
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Unable to create/update fields: ${name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
        [name],
      );
    }
    cells[name] = readValue(state, field, value);
  }
  const missing = [...known.values()].filter((f) => {
    if (!f.required) return false;
    if (f.name in cells) return cells[f.name] === null;
    return !existing && f.defaultValue === null;
  });
  if (missing.length > 0) {
    const names = missing.map((f) => f.name);
    throw fault(400, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
  }
  checkTogether(object, { ...existing, ...cells });
  return cells;
}
