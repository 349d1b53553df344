import type { RecordRef } from '@/lib/domain/record';
import type { ApiAdapter, ApiResult, DealPage, ListedActivity, Reach } from '../contract';
import { readMark } from '../mark';
import { odooPage } from './page';
import {
  dayIn,
  instantOf,
  LEAD_FIELDS,
  leadFields,
  type Meanings,
  PARTNER_FIELDS,
  partnerFields,
  type Row,
} from './rows';
import { call, failed, type SessionInfo, sessionInfo } from './talk';
import { keep, messageOf } from './write';

const PAGE = 100;
const DAY = 86_400_000;
/** No zone is further ahead of UTC: a civil day begins at most this long before its UTC midnight. */
const FURTHEST_EAST = 14 * 3_600_000;

/** Odoo 16 to 19 by the page's own session. Users are named by their plain `res.users` id. */
export const odooApi: ApiAdapter = {
  kind: 'odoo',
  carrier: 'page',
  async probe(reach) {
    const session = await sessionInfo(reach);
    if (!session.ok) return session;
    const tenant = session.value.db ?? null;
    const currency = await currencyOf(reach, session.value);
    return currency.ok ? { ok: true, value: { tenant, currency: currency.value } } : currency;
  },

  async whoami(reach) {
    const session = await sessionInfo(reach);
    if (!session.ok) return session;
    const { uid, name } = session.value;
    return { ok: true, value: { remoteId: String(uid), name: (name ?? '').slice(0, 200), aliases: [] } };
  },

  async read(reach, ref) {
    const session = await sessionInfo(reach);
    if (!session.ok) return session;
    const asked = ref.api === 'res.partner' ? PARTNER_FIELDS : LEAD_FIELDS;
    const rows = await call<Row[]>(reach, ref.api, 'read', [[Number(ref.remoteId)], asked]);
    if (!rows.ok) return rows;
    const [row] = rows.value;
    if (!row) return failed('refused', 'This record is gone.');
    const meanings = await meaningsOf(reach, session.value);
    if (!meanings.ok) return meanings;
    const { lang } = session.value.user_context ?? {};
    const object = objectOf(ref, row);
    return {
      ok: true,
      value: {
        ref: { ...ref, object },
        adapter: 'odoo',
        revision: odooPage.revision,
        source: 'api',
        fields: ref.api === 'res.partner' ? partnerFields(row) : leadFields(row, meanings.value),
        expected: [...odooPage.expected({ ...ref, object })],
        fallbacks: [],
        language: lang?.replaceAll('_', '-') ?? null,
        locale: null,
        zone: meanings.value.zone,
      },
    };
  },

  async listMine(reach, owner, since, cursor) {
    if (!isDay(since) || !/^\d*$/.test(cursor ?? '')) return failed('unsupported', `Not a day: ${since}`);
    const session = await sessionInfo(reach);
    if (!session.ok) return session;
    const meanings = await meaningsOf(reach, session.value);
    if (!meanings.ok) return meanings;
    return deals(reach, Number(owner.remoteId), since, Number(cursor ?? 0), meanings.value);
  },

  async activitiesOf(reach, owner, day) {
    if (!isDay(day)) return failed('unsupported', `Not a day: ${day}`);
    const session = await sessionInfo(reach);
    if (!session.ok) return session;
    const zone = zoneOf(session.value);
    // Wider than the day: which instants belong to it depends on the zone, and a call may be written days later.
    const from = Date.parse(day) - DAY;
    const domain = [
      ['create_uid', '=', Number(owner.remoteId)],
      ['model', 'in', ['crm.lead', 'res.partner']],
      '|',
      ['body', 'ilike', `Touchline % ${day}`],
      '&',
      '&',
      ['date', '>=', stamp(from)],
      ['date', '<', stamp(from + 3 * DAY)],
      // A done activity, or a note of ours: not every change that Odoo writes into the chatter.
      '|',
      ['mail_activity_type_id', '!=', false],
      ['body', 'ilike', 'Touchline '],
    ];
    const fields = ['body', 'date', 'model', 'res_id'];
    const messages = await call<Row[]>(reach, 'mail.message', 'search_read', [domain], {
      fields,
      limit: 1000,
      order: 'id',
    });
    if (!messages.ok) return messages;
    const found = messages.value.map((message) => activity(message, zone)).filter((one) => one.day === day);
    return { ok: true, value: found };
  },

  write: keep,
  find: messageOf,
};

/**
 * Opportunities of this user that are open, were changed since that day, or close on or after it. Lost ones are
 * archived and asked for expressly. Pages follow ids, so that a deal changed while we read is neither skipped nor
 * doubled.
 */
async function deals(
  reach: Reach,
  user: number,
  since: string,
  after: number,
  meanings: Meanings,
): Promise<ApiResult<DealPage>> {
  const domain = [
    ['user_id', '=', user],
    ['type', '=', 'opportunity'],
    '|',
    '|',
    ['date_closed', '=', false],
    ['date_deadline', '>=', since],
    ['write_date', '>=', stamp(Date.parse(since) - FURTHEST_EAST)],
  ];
  const context = { active_test: false };
  const total =
    after > 0 ? null : await call<number>(reach, 'crm.lead', 'search_count', [domain], { context });
  if (total && !total.ok) return total;
  const rows = await call<Row[]>(reach, 'crm.lead', 'search_read', [[['id', '>', after], ...domain]], {
    fields: LEAD_FIELDS,
    limit: PAGE,
    order: 'id',
    context,
  });
  if (!rows.ok) return rows;
  const listed = rows.value.map((row) => ({
    ref: { object: 'deal' as const, api: 'crm.lead', remoteId: String(row['id']) },
    fields: leadFields(row, meanings),
  }));
  const next = rows.value.length < PAGE ? null : (listed.at(-1)?.ref.remoteId ?? null);
  return { ok: true, value: { deals: listed, next, total: total?.value ?? null } };
}

async function meaningsOf(reach: Reach, session: SessionInfo): Promise<ApiResult<Meanings>> {
  const won = await call<number[]>(reach, 'crm.stage', 'search', [[['is_won', '=', true]]]);
  return won.ok ? { ok: true, value: { won: new Set(won.value), zone: zoneOf(session) } } : won;
}

/** The current company's currency; Odoo 19 says its name in the session, older ones are asked. */
async function currencyOf(reach: Reach, session: SessionInfo): Promise<ApiResult<string | null>> {
  const { current_company: company, allowed_companies: companies } = session.user_companies ?? {};
  const id = company === undefined ? undefined : companies?.[company]?.currency_id;
  const known = id === undefined ? undefined : session.currencies?.[id]?.name;
  if (known !== undefined) return { ok: true, value: known };
  if (company === undefined) return { ok: true, value: null };
  const rows = await call<Row[]>(reach, 'res.company', 'read', [[company], ['currency_id']]);
  if (!rows.ok) return rows;
  const currency = rows.value[0]?.['currency_id'];
  return { ok: true, value: Array.isArray(currency) && /^[A-Z]{3}$/.test(currency[1]) ? currency[1] : null };
}

function objectOf(ref: RecordRef, row: Row): RecordRef['object'] {
  if (ref.api === 'res.partner') return row['is_company'] === true ? 'account' : 'contact';
  return row['type'] === 'lead' ? 'lead' : 'deal';
}

function activity(message: Row, zone: string | null): ListedActivity {
  const { body } = message;
  const text = wordsOf(typeof body === 'string' ? body : '');
  const mark = readMark(text);
  const at = instantOf(message['date']);
  const api = message['model'];
  const known = api === 'crm.lead' || api === 'res.partner';
  return {
    remoteId: String(message['id']),
    record: known
      ? { object: api === 'crm.lead' ? 'deal' : 'contact', api, remoteId: String(message['res_id']) }
      : null,
    reference: mark?.reference ?? null,
    subject: (text.split('\n')[0] ?? '').slice(0, 255),
    // Ours may have been written long after the call: then the message's time is not the call's.
    at: mark ? null : at,
    day: mark?.day ?? (at === null ? '' : dayIn(at, zone)),
  };
}

/** The words of a chatter message, a line per paragraph. Parsed without a document, so nothing in it can run. */
function wordsOf(html: string): string {
  return html
    .replaceAll(/<\/(p|div|li)>|<br\s*\/?>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function zoneOf(session: SessionInfo): string | null {
  const zone = session.user_context?.tz;
  return typeof zone === 'string' && zone !== '' ? zone : null;
}

/** UTC without zone, as Odoo writes moments. */
function stamp(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
