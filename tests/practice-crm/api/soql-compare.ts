import { canonicalId } from '../data/ids.ts';
import type { FieldDef } from '../schema/fields.ts';
import type { Cell } from '../types.ts';
import { fault } from './fault.ts';
import type { Viewer } from './format.ts';
import { dayStart, relativeDays } from './soql-dates.ts';
import type { Literal } from './soql-parse.ts';

/** A dotted field, resolved: the relations to walk, then the field itself. */
export interface Path {
  readonly steps: readonly FieldDef[];
  readonly field: FieldDef;
}

/** Compares as text or number; null sorts before everything. */
export function order(a: Cell, b: Cell): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string')
    return a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0;
  return Number(a) - Number(b);
}

/** A literal ready to be compared with many rows: relative days are turned into a range once. */
export type Wanted =
  | Exclude<Literal, { kind: 'relative' }>
  | { readonly kind: 'range'; readonly low: string; readonly high: string };

export function prepare(literal: Literal, path: Path, viewer: Viewer, today: string): Wanted {
  if (literal.kind !== 'relative') return literal;
  const { from, to } = relativeDays(literal.name, literal.n, today);
  if (path.field.type !== 'datetime') return { kind: 'range', low: from, high: to };
  return { kind: 'range', low: dayStart(viewer.zone, from), high: dayStart(viewer.zone, to) };
}

function compareRange(low: string, high: string, operator: string, value: Cell): boolean {
  if (typeof value !== 'string') return operator === '!=';
  if (operator === '=') return value >= low && value < high;
  if (operator === '!=') return value < low || value >= high;
  if (operator === '<') return value < low;
  if (operator === '<=') return value < high;
  return operator === '>' ? value >= high : value >= low;
}

export function compareOne(literal: Wanted, operator: string, value: Cell, path: Path): boolean {
  if (literal.kind === 'range') return compareRange(literal.low, literal.high, operator, value);
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
export function checkLiteral(path: Path, literal: Literal): void {
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
