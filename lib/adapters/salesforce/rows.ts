import type { FieldName, RawField, RecordRef } from '@/lib/domain/record';
import type { ListedDeal } from '../contract';
import { refOf } from './locate';
import { plain } from './plain';

/** What the UI API says of one field: `displayValue` for people, `value` free of locale. */
export interface UiField {
  readonly displayValue: string | null;
  readonly value: unknown;
}
export type UiFields = Readonly<Record<string, UiField | undefined>>;

/** Fields asked for, per object. `A/B.Name`: the id is in A, the name of what it points to in B.Name. */
const ASKED: Readonly<Record<string, Partial<Record<FieldName, string>>>> = {
  Opportunity: {
    name: 'Name',
    amount: 'Amount',
    stage: 'StageName',
    closeDate: 'CloseDate',
    owner: 'OwnerId/Owner.Name',
    account: 'AccountId/Account.Name',
    contact: 'ContactId/Contact.Name',
    nextStep: 'NextStep',
    probability: 'Probability',
    created: 'CreatedDate',
  },
  Lead: {
    name: 'Name',
    title: 'Title',
    account: 'Company',
    phone: 'Phone',
    email: 'Email',
    stage: 'Status',
    owner: 'OwnerId/Owner.Name',
    created: 'CreatedDate',
    country: 'Country',
  },
  Contact: {
    name: 'Name',
    title: 'Title',
    account: 'AccountId/Account.Name',
    phone: 'Phone',
    email: 'Email',
    owner: 'OwnerId/Owner.Name',
    created: 'CreatedDate',
    country: 'MailingCountry',
  },
  Account: {
    name: 'Name',
    phone: 'Phone',
    owner: 'OwnerId/Owner.Name',
    created: 'CreatedDate',
    country: 'BillingCountry',
  },
};
/** Beside them: what makes an amount and a stage whole, and a second phone. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  Opportunity: ['CurrencyIsoCode', 'IsClosed', 'IsWon'],
  Lead: ['MobilePhone'],
  Contact: ['MobilePhone'],
};

export function askedOf(ref: RecordRef): string[] {
  const names = Object.values(ASKED[ref.api] ?? {}).flatMap((path) => path.split('/'));
  return [...names, ...(BESIDE[ref.api] ?? [])].map((name) => `${ref.api}.${name}`);
}

/** A record of the UI API as raw fields. A field it left out (no access) is left out here too. */
export function rawFields(api: string, row: UiFields): Partial<Record<FieldName, RawField>> {
  const fields: Partial<Record<FieldName, RawField>> = {};
  for (const [field, path] of Object.entries(ASKED[api] ?? {}) as [FieldName, string][]) {
    const [idName = '', relation] = path.split('/');
    const cell = row[idName];
    if (!cell) continue;
    if (relation === undefined) fields[field] = rawField(cell);
    else fields[field] = reference(cell, row[relation.split('.')[0]!]);
  }
  if (fields.phone?.text === '' && row['MobilePhone']?.value) fields.phone = rawField(row['MobilePhone']);
  const currency = row['CurrencyIsoCode']?.value;
  if (fields.amount && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency))
    fields.amount = { ...fields.amount, currency };
  if (fields.stage && row['IsClosed']) {
    const closed = row['IsClosed'].value === true ? (row['IsWon']?.value === true ? 'won' : 'lost') : 'open';
    fields.stage = { ...fields.stage, closed };
  }
  return fields;
}

function rawField({ displayValue, value }: UiField): RawField {
  if (value === null || value === undefined) return { text: '' };
  const machine = typeof value === 'number' ? decimal(value) : plain(value);
  return { text: (displayValue ?? machine).slice(0, 2000), machine: machine.slice(0, 400) };
}

/** A JSON number without exponent: `1e21` is no decimal to anybody. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(0) : text;
}

function reference(cell: UiField, target: UiField | undefined): RawField {
  if (typeof cell.value !== 'string') return { text: '' };
  return { text: (target?.displayValue ?? '').slice(0, 2000), id: cell.value };
}

/** A SOQL row (nested relations, no display values) in the UI API's shape, so that one reader serves both. */
export function fromSoql(row: Readonly<Record<string, unknown>>): UiFields {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => name !== 'attributes')
      .map(([name, value]) => {
        const related = typeof value === 'object' && value !== null ? (value as { Name?: unknown }) : null;
        return [name, { displayValue: related ? plain(related.Name) : null, value: related ? null : value }];
      }),
  );
}

export function listedDeal(row: Readonly<Record<string, unknown>>): ListedDeal[] {
  const ref = refOf(plain(row['Id']));
  return ref?.api === 'Opportunity' ? [{ ref, fields: rawFields('Opportunity', fromSoql(row)) }] : [];
}
