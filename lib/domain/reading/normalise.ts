import { recordKey } from '../ids.ts';
import type { Instance } from '../instance.ts';
import { minorFromDecimal, type Money } from '../money.ts';
import type { FieldName, RawField, RawReading, RecordFields, RecordSnapshot } from '../record.ts';
import { type Day, dayOf } from '../time.ts';
import { type DateOrder, orderAmong, orderOf, readDay, readMachineDay } from './day.ts';
import { readDecimal } from './decimal.ts';
import { isEmptyText, plainText } from './digits.ts';
import { currencyOf, readMoney } from './money.ts';

export interface ReadingContext {
  readonly instance: Instance;
  /** UTC ms: when the page or the API was read. */
  readonly now: number;
}

interface Situation {
  readonly source: 'page' | 'api';
  readonly home: string | null;
  readonly locale: string | null;
  readonly language: string | null;
  readonly zone: string | null;
  readonly order: DateOrder | null;
  /** The order was worked out from dates beside it, not declared. */
  readonly orderInferred: boolean;
  readonly thisYear: number;
}

interface Observed<Value> {
  readonly raw: string | null;
  readonly value: Value | null;
  readonly source: 'page' | 'api';
  readonly confidence: 'exact' | 'likely' | 'ambiguous';
  readonly rounded: boolean;
}

/**
 * What was seen, understood field by field. Machine values come first and are exact; text is read by what it says
 * itself, then by the locale the page or the CRM has declared. What could be two things keeps its text and gets
 * no value. Empty (`raw: null`) is known; a field that was not there is in `missing`.
 */
export function normalise(raw: RawReading, context: ReadingContext): RecordSnapshot {
  const { instance, now } = context;
  const { ref } = raw;
  const locale = raw.locale ?? instance.locale;
  const declared = orderOf(locale);
  const beside = declared === null ? orderAmong(datesOf(raw)) : null;
  const situation: Situation = {
    source: raw.source,
    home: instance.currency,
    locale,
    language: raw.language,
    zone: raw.zone,
    order: declared ?? beside,
    orderInferred: beside !== null,
    thisYear: Number(dayOf(now, raw.zone ?? 'UTC').slice(0, 4)),
  };
  return {
    key: recordKey({ instance: instance.id, api: ref.api, remoteId: ref.remoteId }),
    instance: instance.id,
    object: ref.object,
    api: ref.api,
    remoteId: ref.remoteId,
    fields: fieldsFrom(raw.fields, situation),
    expected: [...raw.expected],
    missing: raw.expected.filter((name) => raw.fields[name] === undefined),
    fallbacks: [...raw.fallbacks],
    adapter: raw.adapter,
    revision: raw.revision,
    seenAt: now,
  };
}

const TEXTS = [
  'name',
  'phone',
  'email',
  'title',
  'nextStep',
  'country',
] as const satisfies readonly FieldName[];
const REFERENCES = ['owner', 'account', 'contact'] as const satisfies readonly FieldName[];
const DAYS = ['closeDate', 'created'] as const satisfies readonly FieldName[];

function fieldsFrom(raw: RawReading['fields'], situation: Situation): RecordFields {
  const fields: RecordFields = {};
  for (const name of TEXTS) {
    const field = raw[name];
    if (field) fields[name] = observe(field, situation, (text) => exactly(text));
  }
  for (const name of REFERENCES) {
    const field = raw[name];
    if (field)
      fields[name] = observe(field, situation, (text) => exactly({ remoteId: field.id ?? null, name: text }));
  }
  for (const name of DAYS) {
    const field = raw[name];
    if (field) fields[name] = observe(field, situation, () => dayField(field, situation));
  }
  const { amount, stage, probability } = raw;
  if (amount) fields.amount = observe(amount, situation, () => moneyField(amount, situation));
  if (stage)
    fields.stage = observe(stage, situation, (text) =>
      exactly({ id: stage.machine ?? null, label: text, status: stage.closed ?? null }),
    );
  if (probability) fields.probability = observe(probability, situation, () => shareField(probability));
  return fields;
}

type Understood<Value> = Pick<Observed<Value>, 'value' | 'confidence' | 'rounded'>;

/** Empty is exactly empty; everything else is what `understand` makes of it. */
function observe<Value>(
  field: RawField,
  { source }: Situation,
  understand: (text: string) => Understood<Value>,
): Observed<Value> {
  const text = field.text.trim() === '' ? (field.machine ?? '').trim() : field.text.trim();
  if (isEmptyText(text) && (field.id === undefined || text !== ''))
    return { raw: null, value: null, source, confidence: 'exact', rounded: false };
  return { raw: text, source, ...understand(text) };
}

function exactly<Value>(value: Value): Understood<Value> {
  return { value, confidence: 'exact', rounded: false };
}

const UNCLEAR = { value: null, confidence: 'ambiguous', rounded: false } as const;

function moneyField(field: RawField, { home, locale }: Situation): Understood<Money> {
  const hints = { own: field.currency ?? null, home, locale };
  // The machine value knows the figure; which currency it is in may stand only in the text beside it.
  const currency = currencyOf(field.text, hints);
  const minor = field.machine === undefined ? null : minorFromDecimal(field.machine, currency);
  return minor === null ? readMoney(field.text, hints) : exactly({ minor, currency });
}

function dayField(field: RawField, situation: Situation): Understood<Day> {
  const { zone, language, order, orderInferred, thisYear } = situation;
  const machine = field.machine === undefined ? null : readMachineDay(field.machine, zone);
  if (machine !== null) return exactly(machine);
  const alone = readDay(field.text, { order: orderInferred ? null : order, language, zone, thisYear });
  if (alone.value !== null || !orderInferred) return { ...alone, rounded: false };
  const beside = readDay(field.text, { order, language, zone, thisYear });
  return beside.value === null ? UNCLEAR : { value: beside.value, confidence: 'likely', rounded: false };
}

/**
 * A probability as a share 0…1. CRMs keep percent (60.0); where a page shows "60 %" beside a machine value of 0.6,
 * the text decides which of the two it is.
 */
function shareField(field: RawField): Understood<number> {
  const shown = percentIn(field.text);
  const machine = field.machine === undefined ? null : plainNumber(field.machine);
  const percent =
    machine === null ? shown : shown !== null && near(machine * 100, shown) ? machine * 100 : machine;
  if (percent === null || percent < 0 || percent > 100) return UNCLEAR;
  return exactly(Math.round(percent * 1e6) / 1e8);
}

function percentIn(text: string): number | null {
  const read = readDecimal(plainText(text).replace(/[%٪]/g, '').trim(), { fraction: 3, locale: null });
  return read.kind === 'number' ? Number(read.decimal) : null;
}

function plainNumber(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}

/** Within what rounding to whole percent hides; and not both zero, which decides nothing. */
function near(a: number, b: number): boolean {
  return b !== 0 && Math.abs(a - b) <= 0.5;
}

/** Numeric dates of the reading: one that can only be read one way says how to read the others. */
function datesOf(raw: RawReading): string[] {
  return DAYS.flatMap((name) => {
    const field = raw.fields[name];
    return field && field.machine === undefined ? [field.text] : [];
  });
}
