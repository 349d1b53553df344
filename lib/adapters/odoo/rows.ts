import type { FieldName, RawField } from '@/lib/domain/record';

export type Row = Readonly<Record<string, unknown>>;

export const LEAD_FIELDS = [
  'name',
  'type',
  'active',
  'expected_revenue',
  'company_currency',
  'stage_id',
  'probability',
  'date_deadline',
  'date_closed',
  'user_id',
  'partner_id',
  'partner_name',
  'contact_name',
  'function',
  'phone',
  'email_from',
  'country_id',
  'activity_summary',
  'activity_date_deadline',
  'create_date',
] as const;

export const PARTNER_FIELDS = [
  'name',
  'is_company',
  'parent_id',
  'function',
  'phone',
  'email',
  'country_id',
] as const;

/** Beside the record: what its words mean. */
export interface Meanings {
  /** Stages in which a deal is won. */
  readonly won: ReadonlySet<number>;
  /** The user's own zone, in which Odoo shows moments as days; null = that of this browser. */
  readonly zone: string | null;
}

/**
 * A `crm.lead` as raw fields; Odoo writes `false` for everything empty. A closed deal's close date is the day it
 * was closed: its deadline stays at what was once expected.
 */
export function leadFields(row: Row, meanings: Meanings): Partial<Record<FieldName, RawField>> {
  const closed = closedOf(row, meanings);
  const closedAt = closed === 'open' ? null : instantOf(row['date_closed']);
  const closeDay = closedAt === null ? row['date_deadline'] : dayIn(closedAt, meanings.zone);
  const currency = labelOf(row['company_currency']);
  const stage = pair(row['stage_id']);
  const common: Partial<Record<FieldName, RawField>> = {
    name: text(row['name']),
    owner: reference(row['user_id']),
    phone: text(row['phone']),
    email: text(row['email_from']),
    country: text(labelOf(row['country_id'])),
    title: text(row['function']),
    created: moment(row['create_date'], meanings.zone),
    nextStep: text([row['activity_date_deadline'], row['activity_summary']].filter(Boolean).join(' ')),
  };
  if (row['type'] === 'lead')
    return { ...common, account: text(row['partner_name']), contact: text(row['contact_name']) };
  return {
    ...common,
    amount: {
      ...number(row['expected_revenue']),
      // A currency's name is its ISO code in Odoo.
      ...(currency !== null && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    },
    stage: { ...text(stage?.[1]), ...(stage ? { machine: String(stage[0]) } : {}), closed },
    closeDate: day(closeDay),
    account: reference(row['partner_id']),
    contact: text(row['contact_name']),
    probability: percent(row['probability']),
  };
}

export function partnerFields(row: Row): Partial<Record<FieldName, RawField>> {
  return {
    name: text(row['name']),
    title: text(row['function']),
    phone: text(row['phone']),
    email: text(row['email']),
    country: text(labelOf(row['country_id'])),
    ...(row['is_company'] === true ? {} : { account: reference(row['parent_id']) }),
  };
}

/** Lost deals are archived in Odoo; an archived deal is at least not open. Won is what its stage says. */
function closedOf(row: Row, { won }: Meanings): 'open' | 'won' | 'lost' {
  if (row['active'] === false) return 'lost';
  const stage = pair(row['stage_id']);
  return stage && won.has(stage[0]) ? 'won' : 'open';
}

/** `YYYY-MM-DD HH:MM:SS`, which is UTC, as milliseconds; null when empty. */
export function instantOf(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(`${value.replace(' ', 'T')}Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** The civil day of an instant in a zone; in this browser's when none or an unknown one is given. */
export function dayIn(at: number, zone: string | null): string {
  const format = (timeZone: string | undefined) =>
    new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(
      at,
    );
  try {
    return format(zone ?? undefined);
  } catch {
    return format(undefined);
  }
}

function pair(value: unknown): readonly [number, string] | null {
  return Array.isArray(value) && typeof value[0] === 'number' ? (value as [number, string]) : null;
}

function labelOf(value: unknown): string | null {
  return pair(value)?.[1] ?? null;
}

function reference(value: unknown): RawField {
  const found = pair(value);
  return found ? { ...text(found[1]), id: String(found[0]) } : { text: '' };
}

function text(value: unknown): RawField {
  return { text: typeof value === 'string' ? value.slice(0, 2000) : '' };
}

function number(value: unknown): RawField {
  if (typeof value !== 'number') return { text: '' };
  const shown = String(value);
  // A JSON number may come back as 1e21, which is no decimal to anybody.
  const machine = shown.includes('e') ? value.toFixed(0) : shown;
  return { text: machine, machine };
}

function percent(value: unknown): RawField {
  const shown = number(value);
  return shown.text === '' ? shown : { ...shown, text: `${shown.text} %` };
}

function day(value: unknown): RawField {
  return typeof value === 'string' ? { text: value, machine: value } : { text: '' };
}

function moment(value: unknown, zone: string | null): RawField {
  const at = instantOf(value);
  return at === null ? { text: '' } : day(dayIn(at, zone));
}
