import type { ApiFault, ApiResult, Reach } from '../contract';

/** Tryton's own values on the wire. */
export interface Wire {
  readonly __class__: string;
  readonly [part: string]: unknown;
}
export type Context = Readonly<Record<string, unknown>>;

/** What the web client keeps in localStorage about who is signed in. */
export interface Stored {
  readonly login: string;
  readonly userId: number;
  /** Up to Tryton 7; from 8.0 on null: the session is a cookie that no script sees. */
  readonly token: string | null;
}

export function storedSession(reach: Reach): Stored | null {
  const database = databaseOf(reach);
  const text = database === null ? null : reach.stored('local', `sao_session_${database}`);
  if (text === null) return null;
  try {
    const { login, user_id, session } = JSON.parse(text) as Record<string, unknown>;
    if (typeof login !== 'string' || typeof user_id !== 'number') return null;
    return { login, userId: user_id, token: typeof session === 'string' ? session : null };
  } catch {
    return null;
  }
}

/**
 * The database that is spoken to. Before anybody has signed in, the page's address names none, and the CRM was added
 * with its address in the tenant's place: then the one database this browser is signed in to, as the web client's
 * list of remembered devices names it. Null when there is none or more than one.
 */
export function databaseOf(reach: Reach): string | null {
  if (reach.tenant !== reach.base) return reach.tenant;
  try {
    const devices = JSON.parse(reach.stored('local', 'sao_device_cookies') ?? '{}') as object;
    const names = Object.keys(devices).filter(
      (name) => reach.stored('local', `sao_session_${name}`) !== null,
    );
    return names.length === 1 ? names[0]! : null;
  } catch {
    return null;
  }
}

/**
 * One JSON-RPC call with the page's session: up to Tryton 7 in a header to `/<database>/`, from 8.0 on by cookie to
 * `/<database>/rpc/`. Tryton's refusals come with status 200 and are told in its own words, without its traceback.
 */
export async function call<T>(
  reach: Reach,
  method: string,
  params: readonly unknown[],
): Promise<ApiResult<T>> {
  const name = databaseOf(reach);
  if (name === null) return failed('not-signed-in', 'Nobody is signed in to this Tryton in this tab.');
  const session = storedSession(reach);
  const header = session && authorization(session);
  const database = encodeURIComponent(name);
  let status: number;
  let reply: { result?: unknown; error?: unknown } | null;
  try {
    const response = await reach.fetch(header === null ? `/${database}/rpc/` : `/${database}/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(header === null ? {} : { Authorization: header }) },
      body: JSON.stringify({ id: 1, method, params }),
    });
    status = response.status;
    const text = await response.text();
    reply = response.ok && text.startsWith('{') ? (JSON.parse(text) as object) : null;
  } catch (error) {
    return failed('unreachable', error instanceof Error ? error.message : 'Tryton did not answer.', true);
  }
  if (reply === null) return { ok: false, fault: faultOfStatus(status) };
  if (reply.error !== undefined) return { ok: false, fault: faultOf(reply.error) };
  return { ok: true, value: reply.result as T };
}

export function failed(
  code: ApiFault['code'],
  message: string,
  retry = false,
): { readonly ok: false; readonly fault: ApiFault } {
  return { ok: false, fault: { code, message: message.slice(0, 2000), retry } };
}

/** The signed-in user's company, employee, language: without them Tryton shows no record of a company. */
export function contextOf(reach: Reach): Promise<ApiResult<Context>> {
  return call<Context>(reach, 'model.res.user.get_preferences', [true, {}]);
}

/** `YYYY-MM-DD` as Tryton's date. */
export function wireDate(day: string): Wire {
  const [year, month, date] = day.split('-').map(Number);
  return { __class__: 'date', year, month, day: date };
}

/** UTC milliseconds as Tryton's datetime, which is UTC as well. */
export function wireDateTime(at: number): Wire {
  const moment = new Date(at);
  return {
    __class__: 'datetime',
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    second: moment.getUTCSeconds(),
    microsecond: 0,
  };
}

/** Civil day of a Tryton date; null for an empty field. */
export function dayOfWire(value: unknown): string | null {
  const { year, month, day } = partsOf(value, 'date') as { year?: unknown; month?: unknown; day?: unknown };
  if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** UTC milliseconds of a Tryton datetime; null for an empty field. */
export function instantOfWire(value: unknown): number | null {
  const parts = partsOf(value, 'datetime');
  if (parts['year'] === undefined) return null;
  const [year, month, day, hour, minute, second] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map(
    (name) => Number(parts[name] ?? 0),
  ) as [number, number, number, number, number, number];
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  return Number.isNaN(at) ? null : at;
}

/** Decimal text of a Tryton number; null for an empty field. */
export function decimalOfWire(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  const { decimal } = partsOf(value, 'Decimal') as { decimal?: unknown };
  return typeof decimal === 'string' ? decimal : null;
}

/** The parts of a wire value of that kind; none when it is empty or of another kind. */
function partsOf(value: unknown, kind: string): Readonly<Record<string, unknown>> {
  const parts = typeof value === 'object' && value !== null ? (value as Wire) : null;
  return parts?.__class__ === kind ? parts : {};
}

function authorization({ login, userId, token }: Stored): string | null {
  if (token === null) return null;
  const bytes = new TextEncoder().encode(`${login}:${userId}:${token}`);
  return `Session ${btoa(String.fromCharCode(...bytes))}`;
}

function faultOfStatus(status: number): ApiFault {
  if (status === 401) return { code: 'not-signed-in', message: 'Tryton’s session has ended.', retry: false };
  if (status === 429 || status >= 500)
    return { code: 'busy', message: `Tryton answered ${status}.`, retry: true };
  if (status === 403) return { code: 'refused', message: 'Tryton does not allow this.', retry: false };
  return { code: 'unsupported', message: `Tryton answered ${status}.`, retry: false };
}

/**
 * `["UserError", [message, description, …]]`, `["UserWarning", [name, message, description]]`,
 * `["ConcurrencyException", message]`, or `[message, traceback]`.
 */
function faultOf(error: unknown): ApiFault {
  const [kind, rest] = Array.isArray(error) ? error : [error, null];
  const texts = Array.isArray(rest) ? rest.filter((part) => typeof part === 'string' && part !== '') : [];
  if (kind === 'ConcurrencyException')
    return { code: 'busy', message: 'Somebody else is saving this record.', retry: true };
  const said = kind === 'UserWarning' ? texts.slice(1) : texts;
  const message = (said.length > 0 ? said.join(' ') : String(kind)).slice(0, 2000);
  return { code: 'refused', message, retry: false };
}
