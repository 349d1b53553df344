import type { ApiFault, ApiResult, Reach } from '../contract';
import { plain } from './plain';

/** Spring '26: every org still serves it (Salesforce keeps a version for at least three years). */
export const VERSION = 'v66.0';
export const DATA = `/services/data/${VERSION}`;

interface Refusal {
  readonly message?: unknown;
  readonly errorCode?: unknown;
}

/** One call below `/services/data`. An answer that is no JSON is a login page or a redirect: not signed in. */
export async function ask<T>(
  reach: Reach,
  path: string,
  post?: Readonly<Record<string, unknown>>,
): Promise<ApiResult<T>> {
  let response: Response;
  let body: unknown;
  try {
    response = await reach.fetch(path, {
      method: post ? 'POST' : 'GET',
      headers: { Accept: 'application/json', ...(post ? { 'Content-Type': 'application/json' } : {}) },
      ...(post ? { body: JSON.stringify(post) } : {}),
    });
    const text = await response.text();
    body = isJson(response) && text !== '' ? JSON.parse(text) : undefined;
  } catch (error) {
    return failed('unreachable', error instanceof Error ? error.message : 'The CRM did not answer.', true);
  }
  if (response.ok && body !== undefined) return { ok: true, value: body as T };
  return { ok: false, fault: faultOf(response.status, body) };
}

export function failed(
  code: ApiFault['code'],
  message: string,
  retry = false,
): { readonly ok: false; readonly fault: ApiFault } {
  return { ok: false, fault: { code, message, retry } };
}

/** A SOQL string literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}

export function queryPath(soql: string): string {
  return `${DATA}/query?q=${encodeURIComponent(soql)}`;
}

function isJson(response: Response): boolean {
  return /\bjson\b/.test(response.headers.get('content-type') ?? '');
}

/** Salesforce's refusals in its own words: an array of them, or the UI API's one object with output. */
function faultOf(status: number, body: unknown): ApiFault {
  const refusals = refusalsIn(body);
  const codes = refusals.map((refusal) => plain(refusal.errorCode));
  const said = [...new Set(refusals.map((refusal) => plain(refusal.message).trim()))]
    .filter((message) => message !== '')
    .join(' · ');
  const message = (said || `The CRM answered ${status}.`).slice(0, 2000);
  if (status === 401 || codes.includes('INVALID_SESSION_ID'))
    return { code: 'not-signed-in', message, retry: false };
  // 2xx without JSON: a login page where the session ended, in the place of an answer.
  if (status < 400)
    return { code: 'not-signed-in', message: said || 'The CRM shows its login page.', retry: false };
  if (status === 429 || status >= 500 || codes.includes('REQUEST_LIMIT_EXCEEDED'))
    return { code: 'busy', message, retry: true };
  return { code: 'refused', message, retry: false };
}

function refusalsIn(body: unknown): readonly Refusal[] {
  if (Array.isArray(body)) return body as readonly Refusal[];
  if (typeof body !== 'object' || body === null) return [];
  const { output } = body as { output?: { errors?: Refusal[]; fieldErrors?: Record<string, Refusal[]> } };
  const inside = [...(output?.errors ?? []), ...Object.values(output?.fieldErrors ?? {}).flat()];
  return inside.length > 0 ? inside : [body as Refusal];
}
