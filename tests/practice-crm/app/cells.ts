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
  const shown = field.type === 'currency' && value !== null ? ownMoney(Number(value), state, viewer) : null;
  const display =
    shown ?? displayValue(field, value, row, state, viewer) ?? (value === null ? '' : String(value));
  return { value, display, type: field.type, to: null };
}

/** Money as a company's own component shows it in the standard field's place; the API goes on saying it in full. */
function ownMoney(value: number, { options }: PracticeState, { locale }: Viewer): string | null {
  if (options.money === 'full') return null;
  const how: Intl.NumberFormatOptions =
    options.money === 'bare'
      ? { minimumFractionDigits: 2 }
      : { style: 'currency', currency: options.currency, notation: 'compact' };
  return new Intl.NumberFormat(locale, how).format(value);
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
