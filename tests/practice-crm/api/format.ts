import { valueWords, word } from '../data/words.ts';
import { text } from '../data/store.ts';
import { schema } from '../schema/index.ts';
import type { FieldDef } from '../schema/fields.ts';
import type { Cell, Locale, PracticeState, Row } from '../types.ts';

/** In whose eyes values are shown: the user's locale and zone, the org's money. */
export interface Viewer {
  readonly user: Row;
  readonly locale: Locale;
  readonly zone: string;
}

/** US dollars per unit, fixed: enough for "EUR 10.000,00 (USD 10,900.00)". */
const dollars: Readonly<Record<string, number>> = { USD: 1, EUR: 1.09, KRW: 0.00073 };

function money(value: number, row: Row, state: PracticeState, locale: Locale): string {
  const { multiCurrency, currency } = state.options;
  if (!multiCurrency) return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value);
  const iso = text(row, 'CurrencyIsoCode') || currency;
  const digits = (code: string): number => (code === 'KRW' ? 0 : 2);
  const plain = (n: number, code: string): string =>
    `${code} ${new Intl.NumberFormat(locale, { minimumFractionDigits: digits(code), maximumFractionDigits: digits(code) }).format(n)}`;
  if (iso === currency) return plain(value, iso);
  return `${plain(value, iso)} (${plain((value * dollars[iso]!) / dollars[currency]!, currency)})`;
}

/**
 * Salesforce's displayValue: localised text for money, dates, percent and picklists, null for plain text.
 * `number` fields show grouped digits.
 */
export function displayValue(
  field: FieldDef,
  value: Cell,
  row: Row,
  state: PracticeState,
  viewer: Viewer,
): string | null {
  if (value === null || value === undefined) return null;
  const { locale, zone } = viewer;
  switch (field.type) {
    case 'currency':
      return money(Number(value), row, state, locale);
    case 'percent':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
        Number(value) / 100,
      );
    case 'int':
    case 'double':
      return new Intl.NumberFormat(locale).format(Number(value));
    case 'date':
      return new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(
        new Date(`${String(value)}T00:00:00Z`),
      );
    case 'datetime':
      return new Intl.DateTimeFormat(locale, {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      }).format(new Date(String(value)));
    case 'picklist': {
      const words = valueWords[String(value)];
      return words ? word(words, locale) : String(value);
    }
    default:
      return null;
  }
}

/** Name of a referenced record, whichever object it is of. */
export function referenceName(state: PracticeState, field: FieldDef, value: Cell): string | null {
  for (const target of field.to) {
    const row = state.tables[target].get(String(value));
    if (row) return text(row, schema[target].nameField);
  }
  return null;
}
