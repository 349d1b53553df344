import type { ApiFault, ApiResult, Reach } from '../contract';

/** What Odoo says of the session; only what we use. */
export interface SessionInfo {
  readonly uid?: number | false;
  readonly db?: string;
  readonly name?: string;
  readonly user_context?: { readonly lang?: string; readonly tz?: string | false };
  /** `[19, 0, 0, "final", 0, ""]`; `["saas~18", 2, …]` on Odoo's own hosting. */
  readonly server_version_info?: readonly (number | string)[];
  readonly currencies?: Readonly<Record<string, { readonly name?: string }>>;
  readonly user_companies?: {
    readonly current_company?: number;
    readonly allowed_companies?: Readonly<Record<string, { readonly currency_id?: number }>>;
  };
}

/** Who is signed in, where, and in what formats. Odoo keeps the session in a cookie that no script sees. */
export async function sessionInfo(reach: Reach): Promise<ApiResult<SessionInfo & { readonly uid: number }>> {
  const answer = await post<SessionInfo>(reach, '/web/session/get_session_info', {});
  if (!answer.ok) return answer;
  const { uid } = answer.value;
  return typeof uid === 'number'
    ? { ok: true, value: { ...answer.value, uid } }
    : failed('not-signed-in', 'Nobody is signed in to this Odoo.');
}

/** Calls a public method of a model, as Odoo's web client does. */
export function call<T>(
  reach: Reach,
  model: string,
  method: string,
  args: readonly unknown[],
  kwargs: Readonly<Record<string, unknown>> = {},
): Promise<ApiResult<T>> {
  return post<T>(reach, `/web/dataset/call_kw/${model}/${method}`, { model, method, args, kwargs });
}

export function failed(
  code: ApiFault['code'],
  message: string,
  retry = false,
): { readonly ok: false; readonly fault: ApiFault } {
  return { ok: false, fault: { code, message: message.slice(0, 2000), retry } };
}

async function post<T>(reach: Reach, path: string, params: object): Promise<ApiResult<T>> {
  let status: number;
  let reply: { result?: unknown; error?: unknown } | null;
  try {
    const response = await reach.fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: 1, jsonrpc: '2.0', method: 'call', params }),
    });
    status = response.status;
    const text = await response.text();
    reply = text.startsWith('{') ? (JSON.parse(text) as object) : null;
  } catch (error) {
    return failed('unreachable', error instanceof Error ? error.message : 'Odoo did not answer.', true);
  }
  if (reply?.error !== undefined) return { ok: false, fault: faultOf(reply.error) };
  if (status === 429 || status >= 500) return failed('busy', `Odoo answered ${status}.`, true);
  if (reply === null || status >= 400) return failed('unsupported', `Odoo answered ${status}.`);
  return { ok: true, value: reply.result as T };
}

/** Odoo's refusals come with status 200. Its own words are shown; `debug`, a traceback, never is. */
function faultOf(error: unknown): ApiFault {
  const { code, message, data } = error as {
    code?: number;
    message?: string;
    data?: { name?: string; message?: string };
  };
  if (code === 100 || data?.name === 'odoo.http.SessionExpiredException')
    return { code: 'not-signed-in', message: 'Odoo’s session has ended.', retry: false };
  if (code === 404)
    return { code: 'unsupported', message: message ?? 'Odoo has no such address.', retry: false };
  const said = (data?.message || message || 'Odoo refused without a word.').slice(0, 2000);
  // Two writing at once: PostgreSQL lets one of them begin again.
  if (/SerializationFailure|LockNotAvailable|TransactionRollback/.test(data?.name ?? ''))
    return { code: 'busy', message: said, retry: true };
  return { code: 'refused', message: said, retry: false };
}
