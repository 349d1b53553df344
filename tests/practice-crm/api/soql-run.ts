import { dayIn } from '../data/days.ts';
import { canonicalId } from '../data/ids.ts';
import { fieldNamed, objectNamed, schema } from '../schema/index.ts';
import type { FieldDef, ObjectDef } from '../schema/fields.ts';
import type { Cell, PracticeState, Row } from '../types.ts';
import { fault } from './fault.ts';
import type { Viewer } from './format.ts';
import { dayStart, relativeDays } from './soql-dates.ts';
import type { Condition, Literal, Query } from './soql-parse.ts';

/** A dotted field, resolved: the relations to walk, then the field itself. */
interface Path {
  readonly steps: readonly FieldDef[];
  readonly field: FieldDef;
}

function resolve(state: PracticeState, object: ObjectDef, dotted: string): Path {
  const parts = dotted.split('.');
  if (parts.length > 1 && parts[0]!.toLowerCase() === object.name.toLowerCase()) parts.shift();
  const steps: FieldDef[] = [];
  let here = object;
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1;
    const step = last ? fieldNamed(here, part, state.options) : relationNamed(here, part);
    if (!step) {
      throw fault(
        400,
        'INVALID_FIELD',
        last
          ? `\nERROR at Row:1:Column:8\nNo such column '${part}' on entity '${here.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`
          : `\nERROR at Row:1:Column:8\nDidn't understand relationship '${part}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
      );
    }
    if (last) return { steps, field: step };
    steps.push(step);
    here = schema[step.to[0]!];
  }
  throw fault(400, 'MALFORMED_QUERY', `unexpected token: '${dotted}'`);
}

function relationNamed(object: ObjectDef, name: string): FieldDef | null {
  return [...object.fields.values()].find((f) => f.relation?.toLowerCase() === name.toLowerCase()) ?? null;
}

function follow(state: PracticeState, row: Row, step: FieldDef): Row | null {
  for (const target of step.to) {
    const found = state.tables[target].get(String(row[step.name]));
    if (found) return found;
  }
  return null;
}

function valueAt(state: PracticeState, row: Row, path: Path): Cell {
  let here: Row | null = row;
  for (const step of path.steps) here = here && follow(state, here, step);
  return here?.[path.field.name] ?? null;
}

/** Compares as text or number; null sorts before everything. */
function order(a: Cell, b: Cell): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string')
    return a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0;
  return Number(a) - Number(b);
}

function compareOne(
  literal: Literal,
  operator: string,
  value: Cell,
  path: Path,
  viewer: Viewer,
  today: string,
): boolean {
  if (literal.kind === 'relative') {
    const { from, to } = relativeDays(literal.name, literal.n, today);
    const isInstant = path.field.type === 'datetime';
    const [low, high] = isInstant ? [dayStart(viewer.zone, from), dayStart(viewer.zone, to)] : [from, to];
    if (typeof value !== 'string') return operator === '!=';
    if (operator === '=') return value >= low && value < high;
    if (operator === '!=') return value < low || value >= high;
    if (operator === '<') return value < low;
    if (operator === '<=') return value < high;
    return operator === '>' ? value >= high : value >= low;
  }
  if (literal.kind === 'null') return operator === '=' ? value === null : value !== null;
  let wanted: Cell = literal.value;
  if (literal.kind === 'instant')
    wanted = new Date(literal.value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')).toISOString();
  if (['id', 'reference'].includes(path.field.type)) wanted = canonicalId(String(wanted)) ?? wanted;
  if (operator === 'LIKE') {
    const escaped = String(wanted)
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('%', '.*')
      .replaceAll('_', '.');
    return typeof value === 'string' && new RegExp(`^${escaped}$`, 'isu').test(value);
  }
  if (value === null) return operator === '!=';
  const sign = order(value, wanted);
  if (operator === '=') return sign === 0;
  if (operator === '!=') return sign !== 0;
  return operator === '<'
    ? sign < 0
    : operator === '<='
      ? sign <= 0
      : operator === '>'
        ? sign > 0
        : sign >= 0;
}

/** Literal kinds a field refuses, checked before any row is met (as Salesforce does). */
function checkLiteral(path: Path, literal: Literal): void {
  const { type, name } = path.field;
  const needsQuotes = ['string', 'picklist', 'combobox', 'id', 'reference', 'phone', 'email', 'url'].includes(
    type,
  );
  const wrong =
    (needsQuotes && !['text', 'null'].includes(literal.kind)) ||
    (type === 'date' && ['text', 'instant', 'number'].includes(literal.kind)) ||
    (type === 'datetime' && ['text', 'day', 'number'].includes(literal.kind)) ||
    (type === 'boolean' && !['boolean', 'null'].includes(literal.kind));
  if (wrong) {
    const hint = needsQuotes ? ' and should be enclosed in quotes' : ' and should not be enclosed in quotes';
    throw fault(
      400,
      'INVALID_FIELD',
      `\nERROR at Row:1:Column:8\nvalue of filter criterion for field '${name}' must be of type ${type}${hint}`,
    );
  }
  const isId = (type === 'id' || type === 'reference') && literal.kind === 'text';
  if (isId && canonicalId(literal.value) === null) {
    throw fault(
      400,
      'INVALID_QUERY_FILTER_OPERATOR',
      `\nERROR at Row:1:Column:8\ninvalid ID field: ${literal.value}`,
    );
  }
}

type Test = (row: Row) => boolean;

function compile(
  state: PracticeState,
  object: ObjectDef,
  condition: Condition,
  viewer: Viewer,
  today: string,
): Test {
  if (condition.kind === 'not') {
    const part = compile(state, object, condition.part, viewer, today);
    return (row) => !part(row);
  }
  if (condition.kind !== 'compare') {
    const parts = condition.parts.map((p) => compile(state, object, p, viewer, today));
    return condition.kind === 'and'
      ? (row) => parts.every((p) => p(row))
      : (row) => parts.some((p) => p(row));
  }
  const path = resolve(state, object, condition.field);
  const { operator, values } = condition;
  for (const literal of values) checkLiteral(path, literal);
  if (operator === 'IN' || operator === 'NOT IN') {
    const wanted = operator === 'IN';
    return (row) => {
      const value = valueAt(state, row, path);
      return values.some((v) => compareOne(v, '=', value, path, viewer, today)) === wanted;
    };
  }
  return (row) => compareOne(values[0]!, operator, valueAt(state, row, path), path, viewer, today);
}

/** REST shows instants as `…+0000`; the UI API as `…Z`, which is how they are stored. */
function wire(field: FieldDef, value: Cell): Cell {
  return field.type === 'datetime' && typeof value === 'string' ? value.replace('Z', '+0000') : value;
}

export function attributes(object: string, id: string): { type: string; url: string } {
  return { type: object, url: `/services/data/v66.0/sobjects/${object}/${id}` };
}

function project(
  state: PracticeState,
  object: ObjectDef,
  row: Row,
  paths: readonly Path[],
): Record<string, unknown> {
  const record: Record<string, unknown> = { attributes: attributes(object.name, row.Id) };
  for (const { steps, field } of paths) {
    let here: Record<string, unknown> | null = record;
    let source: Row | null = row;
    for (const step of steps) {
      source = source && follow(state, source, step);
      if (!source) {
        here[step.relation!] ??= null;
        here = null;
        break;
      }
      const type = step.to.find((t) => state.tables[t].has(source!.Id))!;
      here = (here[step.relation!] ??= { attributes: attributes(type, source.Id) }) as Record<
        string,
        unknown
      >;
    }
    if (here && source) here[field.name] = wire(field, source[field.name] ?? null);
  }
  return record;
}

/** All matching records in order, each in query shape. `count` queries give an empty list and only the number. */
export function runSoql(
  state: PracticeState,
  query: Query,
  viewer: Viewer,
): { total: number; records: Record<string, unknown>[] } {
  const object = objectNamed(query.from);
  if (!object)
    throw fault(
      400,
      'INVALID_TYPE',
      `\nERROR at Row:1:Column:8\nsObject type '${query.from}' is not supported.`,
    );
  const paths = query.fields.map((name) => resolve(state, object, name));
  const today = dayIn(viewer.zone, state.clock());
  const test = query.where ? compile(state, object, query.where, viewer, today) : () => true;
  let rows = [...state.tables[object.name].values()].filter(test);
  const sorts = query.orderBy.map((o) => ({ ...o, path: resolve(state, object, o.field) }));
  rows.sort((a, b) => {
    for (const { path, descending, nullsLast } of sorts) {
      const [x, y] = [valueAt(state, a, path), valueAt(state, b, path)];
      if ((x === null) !== (y === null)) return (x === null) === nullsLast ? 1 : -1;
      const sign = order(x, y);
      if (sign !== 0) return descending ? -sign : sign;
    }
    return 0;
  });
  if (query.count) return { total: rows.length, records: [] };
  rows = rows.slice(query.offset, query.limit === null ? undefined : query.offset + query.limit);
  return { total: rows.length, records: rows.map((row) => project(state, object, row, paths)) };
}
