import type { CrmUser } from '@/lib/domain/instance';
import type { RecordRef } from '@/lib/domain/record';
import type { ApiAdapter, ApiResult, DealPage, Reach } from '../contract';
import { activityOf, keepNote, noteOf } from './notes';
import { trytonPage } from './page';
import {
  OPPORTUNITY_FIELDS,
  opportunityFields,
  PARTY_FIELDS,
  partyFields,
  related,
  type Row,
  type States,
} from './rows';
import {
  call,
  type Context,
  contextOf,
  databaseOf,
  failed,
  storedSession,
  wireDate,
  wireDateTime,
} from './talk';

const PAGE = 100;
const DAY = 86_400_000;
/** No zone is further ahead of UTC: a civil day begins at most this long before its UTC midnight. */
const FURTHEST_EAST = 14 * 3_600_000;

/**
 * Tryton by the page's own session. A call becomes a note (`ir.note`) on the opportunity: the standard modules have
 * no activities. Users are named `res.user,<id>` and employees `company.employee,<id>`, as Tryton writes references,
 * because the two count from 1 each and deals belong to employees.
 */
export const trytonApi: ApiAdapter = {
  kind: 'tryton',
  carrier: 'page',
  async probe(reach) {
    const context = await contextOf(reach);
    if (!context.ok) return context;
    const company = context.value['company'];
    if (typeof company !== 'number')
      return { ok: true, value: { tenant: databaseOf(reach), currency: null } };
    const rows = await call<Row[]>(reach, 'model.company.company.read', [
      [company],
      ['currency.code'],
      context.value,
    ]);
    if (!rows.ok) return rows;
    const code = related(rows.value[0] ?? {}, 'currency')?.['code'];
    return {
      ok: true,
      value: { tenant: databaseOf(reach), currency: typeof code === 'string' ? code : null },
    };
  },

  async whoami(reach) {
    const about = await call<Row>(reach, 'model.res.user.get_preferences', [false, {}]);
    if (!about.ok) return about;
    const session = storedSession(reach);
    if (session === null) return failed('not-signed-in', 'Nobody is signed in to this Tryton in this tab.');
    const { name, employee, employees } = about.value;
    const mine = [employee, ...(Array.isArray(employees) ? employees : [])].filter(
      (one) => typeof one === 'number',
    );
    // The employee is the person; a user may be called "Administrator".
    const known = about.value['employee.rec_name'] ?? name;
    return {
      ok: true,
      value: {
        remoteId: `res.user,${session.userId}`,
        name: (typeof known === 'string' ? known : '').slice(0, 200),
        aliases: [...new Set(mine)].map((one) => `company.employee,${one}`),
      },
    };
  },

  async read(reach, ref) {
    const context = await contextOf(reach);
    if (!context.ok) return context;
    const fields =
      ref.api === 'party.party'
        ? await party(reach, ref, context.value)
        : await deal(reach, ref, context.value);
    if (!fields.ok) return fields;
    const language = context.value['language'];
    return {
      ok: true,
      value: {
        ref,
        adapter: 'tryton',
        revision: trytonPage.revision,
        source: 'api',
        fields: fields.value,
        expected: [...trytonPage.expected(ref)],
        fallbacks: [],
        language: typeof language === 'string' ? language.replaceAll('_', '-') : null,
        locale: null,
        zone: null,
      },
    };
  },

  async listMine(reach, owner, since, cursor) {
    const employees = idsOf(owner, 'company.employee');
    if (employees.length === 0)
      return failed(
        'unsupported',
        'This Tryton user has no employee, so Tryton cannot say which deals are theirs.',
      );
    if (!isDay(since) || !/^\d*$/.test(cursor ?? '')) return failed('unsupported', `Not a day: ${since}`);
    const context = await contextOf(reach);
    if (!context.ok) return context;
    return deals(reach, employees, since, Number(cursor ?? 0), context.value);
  },

  async activitiesOf(reach, owner, day) {
    const users = idsOf(owner, 'res.user');
    if (!isDay(day)) return failed('unsupported', `Not a day: ${day}`);
    const context = await contextOf(reach);
    if (!context.ok) return context;
    // Wider than the day: which instants belong to it depends on the zone, and a call may be written days later.
    const from = Date.parse(day) - DAY;
    const domain = [
      ['create_uid', 'in', users],
      [
        'OR',
        ['message', 'like', `%Touchline % ${day}%`],
        [
          ['create_date', '>=', wireDateTime(from)],
          ['create_date', '<', wireDateTime(from + 3 * DAY)],
        ],
      ],
    ];
    const fields = ['message', 'create_date', 'resource'];
    const notes = await call<Row[]>(reach, 'model.ir.note.search_read', [
      domain,
      0,
      1000,
      [['id', 'ASC']],
      fields,
      context.value,
    ]);
    if (!notes.ok) return notes;
    return { ok: true, value: notes.value.map(activityOf).filter((one) => one.day === day) };
  },

  async write(reach, write) {
    const context = await contextOf(reach);
    if (!context.ok) return context;
    return keepNote(reach, write, context.value);
  },

  async find(reach, write) {
    const context = await contextOf(reach);
    if (!context.ok) return context;
    return noteOf(reach, write, context.value);
  },
};

async function deal(
  reach: Reach,
  ref: RecordRef,
  context: Context,
): Promise<ApiResult<ReturnType<typeof opportunityFields>>> {
  const states = await statesOf(reach, context);
  if (!states.ok) return states;
  const rows = await call<Row[]>(reach, `model.${ref.api}.read`, [
    [Number(ref.remoteId)],
    OPPORTUNITY_FIELDS,
    context,
  ]);
  if (!rows.ok) return rows;
  const [row] = rows.value;
  return row
    ? { ok: true, value: opportunityFields(row, states.value) }
    : failed('refused', 'This record is gone.');
}

async function party(
  reach: Reach,
  ref: RecordRef,
  context: Context,
): Promise<ApiResult<ReturnType<typeof partyFields>>> {
  const read = <T>(model: string, ids: readonly unknown[], fields: readonly string[]) =>
    call<T[]>(reach, `model.${model}.read`, [ids, fields, context]);
  const rows = await read<Row>(ref.api, [Number(ref.remoteId)], PARTY_FIELDS);
  if (!rows.ok) return rows;
  const [row] = rows.value;
  if (!row) return failed('refused', 'This record is gone.');
  const mechanisms = await read<Row>('party.contact_mechanism', idsIn(row['contact_mechanisms']), [
    'type',
    'value',
  ]);
  if (!mechanisms.ok) return mechanisms;
  const addresses = await read<Row>('party.address', idsIn(row['addresses']).slice(0, 1), ['country.code']);
  if (!addresses.ok) return addresses;
  const country = related(addresses.value[0] ?? {}, 'country')?.['code'];
  return { ok: true, value: partyFields(row, mechanisms.value, country) };
}

/**
 * Deals of these employees that are open, were changed since that day, or close on or after it. Pages follow ids,
 * so that a deal changed while we read is neither skipped nor doubled.
 */
async function deals(
  reach: Reach,
  employees: readonly number[],
  since: string,
  after: number,
  context: Context,
): Promise<ApiResult<DealPage>> {
  const changed = wireDateTime(Date.parse(since) - FURTHEST_EAST);
  const domain = [
    ['employee', 'in', employees],
    [
      'OR',
      ['state', 'in', ['lead', 'opportunity', 'converted']],
      ['end_date', '>=', wireDate(since)],
      ['write_date', '>=', changed],
      [
        ['write_date', '=', null],
        ['create_date', '>=', changed],
      ],
    ],
  ];
  const method = 'model.sale.opportunity';
  const total = after > 0 ? null : await call<number>(reach, `${method}.search_count`, [domain, context]);
  if (total && !total.ok) return total;
  const rows = await call<Row[]>(reach, `${method}.search_read`, [
    [...domain, ['id', '>', after]],
    0,
    PAGE,
    [['id', 'ASC']],
    OPPORTUNITY_FIELDS,
    context,
  ]);
  if (!rows.ok) return rows;
  const states = await statesOf(reach, context);
  if (!states.ok) return states;
  const listed = rows.value.map((row) => ({
    ref: { object: 'deal' as const, api: 'sale.opportunity', remoteId: String(row['id']) },
    fields: opportunityFields(row, states.value),
  }));
  const next = rows.value.length < PAGE ? null : (listed.at(-1)?.ref.remoteId ?? null);
  return { ok: true, value: { deals: listed, next, total: total?.value ?? null } };
}

async function statesOf(reach: Reach, context: Context): Promise<ApiResult<States>> {
  const about = await call<{ state?: { selection?: unknown } }>(reach, 'model.sale.opportunity.fields_get', [
    ['state'],
    context,
  ]);
  if (!about.ok) return about;
  const { selection } = about.value.state ?? {};
  return { ok: true, value: new Map(Array.isArray(selection) ? (selection as [string, string][]) : []) };
}

/** Ids of one model among the names of a user: `company.employee,3` → 3. */
function idsOf(user: CrmUser, model: string): number[] {
  return [user.remoteId, ...user.aliases].flatMap((name) => {
    const [of, id = ''] = name.split(',');
    return of === model && /^\d+$/.test(id) ? [Number(id)] : [];
  });
}

function idsIn(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'number') : [];
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
