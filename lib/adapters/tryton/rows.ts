import type { FieldName, RawField } from '@/lib/domain/record';
import { closedOf, contactOf } from './models';
import { dayOfWire, decimalOfWire } from './talk';

export type Row = Readonly<Record<string, unknown>>;
/** Labels of the states in the user's language, by their own names. */
export type States = ReadonlyMap<string, string>;

export const OPPORTUNITY_FIELDS = [
  'description',
  'amount',
  'currency.code',
  'state',
  'start_date',
  'end_date',
  'employee.rec_name',
  'party.rec_name',
  'contact.rec_name',
  'contact.type',
  'contact.value',
  'conversion_probability',
] as const;
export const PARTY_FIELDS = ['name', 'contact_mechanisms', 'addresses'] as const;

/** Tryton's mechanisms that a phone can call. */
const CALLABLE = ['phone', 'mobile'];

/** An opportunity as Tryton's API gives it, as raw fields. Owner ids are written as Tryton writes references. */
export function opportunityFields(row: Row, states: States): Partial<Record<FieldName, RawField>> {
  const employee = related(row, 'employee');
  const party = related(row, 'party');
  const contact = related(row, 'contact');
  const currency = related(row, 'currency')?.['code'];
  const amount = decimalOfWire(row['amount']);
  const state = wordsIn(row, 'state');
  const probability = decimalOfWire(row['conversion_probability']);
  const money: RawField = amount === null ? { text: '' } : { text: amount, machine: amount };
  return {
    name: text(row['description']),
    amount: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { ...money, currency } : money,
    stage: { text: states.get(state) ?? state, machine: state, closed: closedOf(state) },
    closeDate: date(row['end_date']),
    created: date(row['start_date']),
    owner: reference(employee, 'company.employee'),
    account: reference(party, null),
    contact: named(reference(contact, null)),
    ...(probability === null ? {} : { probability: percent(Number(probability)) }),
    ...(CALLABLE.includes(String(contact?.['type'])) ? { phone: text(contact?.['value']) } : {}),
    ...(contact?.['type'] === 'email' ? { email: text(contact['value']) } : {}),
  };
}

export function partyFields(
  row: Row,
  mechanisms: readonly Row[],
  country: unknown,
): Partial<Record<FieldName, RawField>> {
  const first = (kinds: readonly string[]) =>
    mechanisms.find((one) => kinds.includes(String(one['type'])))?.['value'];
  return {
    name: text(row['name']),
    phone: text(first(CALLABLE)),
    email: text(first(['email'])),
    ...(typeof country === 'string' ? { country: { text: country, machine: country } } : {}),
  };
}

/** `party.rec_name` comes back as `"party.": {id, rec_name}`, or as null when there is none. */
export function related(row: Row, name: string): Row | null {
  const found = row[`${name}.`];
  return typeof found === 'object' && found !== null ? (found as Row) : null;
}

/** A field that holds text; empty when it holds nothing. */
export function wordsIn(row: Row, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : '';
}

function reference(target: Row | null, model: string | null): RawField {
  if (target === null) return { text: '' };
  const id = String(target['id']);
  return { ...text(target['rec_name']), id: model === null ? id : `${model},${id}` };
}

/** Type and value of the contact come beside it, so of its text only the name is left to say. */
function named(contact: RawField): RawField {
  return { ...contact, text: contactOf(contact.text).contact };
}

function text(value: unknown): RawField {
  return { text: typeof value === 'string' ? value.slice(0, 2000) : '' };
}

function date(value: unknown): RawField {
  const day = dayOfWire(value);
  return day === null ? { text: '' } : { text: day, machine: day };
}

/** 0…1 as the percentage the page shows; four decimals are kept, as Tryton keeps them. */
function percent(share: number): RawField {
  const shown = String(Math.round(share * 1e6) / 1e4);
  return { text: `${shown} %`, machine: shown };
}
