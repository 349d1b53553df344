import { dayIn } from '../data/days.ts';
import { fieldNamed, objectNamed, schema } from '../schema/index.ts';
import type { FieldDef, ObjectDef } from '../schema/fields.ts';
import type { Cell, PracticeState, Row } from '../types.ts';
import { fault } from './fault.ts';
import type { Viewer } from './format.ts';
import { checkLiteral, compareOne, order, prepare, type Path } from './soql-compare.ts';
import type { Condition, Query } from './soql-parse.ts';

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
  const ready = values.map((literal) => prepare(literal, path, viewer, today));
  if (operator === 'IN' || operator === 'NOT IN') {
    const wanted = operator === 'IN';
    return (row) => {
      const value = valueAt(state, row, path);
      return ready.some((v) => compareOne(v, '=', value, path)) === wanted;
    };
  }
  return (row) => compareOne(ready[0]!, operator, valueAt(state, row, path), path);
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
