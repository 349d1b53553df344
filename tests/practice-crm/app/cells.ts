import { displayValue, referenceName, type Viewer } from '../api/format.ts';
import type { FieldDef } from '../schema/fields.ts';
import { schema } from '../schema/index.ts';
import type { Cell, ObjectName, PracticeState, Row } from '../types.ts';

/** One value as a page needs it. `to` names the referenced record. */
export interface PageCell {
  readonly value: Cell;
  readonly display: string;
  readonly type: FieldDef['type'];
  readonly to: { readonly id: string; readonly object: ObjectName } | null;
}

export function pageCell(state: PracticeState, viewer: Viewer, field: FieldDef, row: Row): PageCell {
  const value = row[field.name] ?? null;
  if (field.type === 'reference' && value !== null) {
    const object = field.to.find((target) => state.tables[target].has(String(value)));
    const display = referenceName(state, field, value) ?? '';
    return { value, display, type: field.type, to: object ? { id: String(value), object } : null };
  }
  const display = displayValue(field, value, row, state, viewer) ?? (value === null ? '' : String(value));
  return { value, display, type: field.type, to: null };
}

export function cellsOf(
  state: PracticeState,
  viewer: Viewer,
  object: ObjectName,
  row: Row,
  names: readonly string[],
): Record<string, PageCell> {
  const fields = schema[object].fields;
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = fields.get(name);
      return field ? [[name, pageCell(state, viewer, field, row)]] : [];
    }),
  );
}
