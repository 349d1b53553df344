import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { handleServices } from './api/gate.ts';
import { handleApp } from './app/router.ts';
import { generate } from './data/generate.ts';
import { cookiesOf, readJson, sendJson } from './http.ts';
import { applyOptions, defaultOptions } from './options.ts';
import { openSession, parseLocale, sessionCookie, sessionOf, viewerOf } from './session.ts';
import { blankHtml, loginHtml, sendClientFile, shellHtml } from './static.ts';
import type { PracticeOptions, PracticeState } from './types.ts';

export type { PracticeOptions, PracticeState } from './types.ts';

export interface StartOptions {
  /** The CRM's "now": history ends here; the CRM's clock runs on from it. */
  readonly now: Date;
  /** 0 or absent: a free one. */
  readonly port?: number;
  readonly host?: string;
  readonly seed?: number;
  readonly options?: Partial<PracticeOptions>;
}

export interface PracticeCrm {
  readonly url: string;
  readonly port: number;
  readonly state: PracticeState;
  /** A `Cookie` header of a new session, for calls without a browser. */
  signIn(userId?: string): string;
  /** Same as POST /__practice__/options. */
  setOptions(change: Partial<PracticeOptions>): void;
  recordUrl(id: string): string;
  close(): Promise<void>;
}

export function createState({ now, seed = 1, options = {} }: StartOptions): PracticeState {
  const { currency = 'USD', multiCurrency = false } = options;
  const { tables, newId, known, orgId } = generate(seed, now, { currency, multiCurrency });
  const startedAt = Date.now();
  const state: PracticeState = {
    options: defaultOptions(known.me),
    tables,
    deleted: new Set(),
    sessions: new Map(),
    cursors: new Map(),
    requests: [],
    known,
    orgId,
    token: `${orgId.slice(0, 15)}!${randomBytes(24).toString('base64url')}`,
    clock: () => new Date(now.getTime() + Date.now() - startedAt),
    newId,
  };
  applyOptions(state, options);
  return state;
}

function pageHeaders(state: PracticeState): Record<string, string> {
  const { coep, csp } = state.options;
  const strict =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'";
  return {
    ...(coep
      ? { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' }
      : {}),
    ...(csp ? { 'Content-Security-Policy': csp === true ? strict : csp } : {}),
  };
}

/** The document; opening it signs in, `?as=<user id>`, `?locale=` and `?shadow=` stay with the session. */
function sendShell(state: PracticeState, request: IncomingMessage, response: ServerResponse, url: URL): void {
  let session = sessionOf(state, request);
  const headers: Record<string, string> = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': state.options.pageCache ? 'no-cache' : 'no-store',
  };
  if (!session) {
    const sid = openSession(state, state.options.signedInAs);
    headers['Set-Cookie'] = `${sessionCookie}=${encodeURIComponent(sid)}; Path=/; HttpOnly; SameSite=Lax`;
    session = state.sessions.get(sid)!;
  }
  const { searchParams: query } = url;
  const as = query.get('as');
  if (as && state.tables.User.has(as)) session.userId = as;
  session.locale =
    parseLocale(query.get('locale') ?? cookiesOf(request)['practice_locale']) ?? session.locale;
  const shadow = query.get('shadow');
  if (shadow === 'native' || shadow === 'synthetic') session.shadow = shadow;
  const { dark } = state.options;
  response.writeHead(200, { ...headers, ...pageHeaders(state) });
  response.end(shellHtml(viewerOf(state, session).locale, dark === null ? null : dark ? 'dark' : 'light'));
}

/** Levers for tests in other processes. */
async function handlePractice(
  state: PracticeState,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (url.pathname === '/__practice__/options') {
    if (request.method === 'POST') {
      try {
        applyOptions(state, ((await readJson(request)) ?? {}) as Record<string, unknown>);
      } catch (error) {
        return sendJson(response, 400, { message: (error as Error).message });
      }
    }
    return sendJson(response, 200, state.options);
  }
  if (url.pathname === '/__practice__/known')
    return sendJson(response, 200, { ...state.known, orgId: state.orgId });
  if (url.pathname === '/__practice__/requests') return sendJson(response, 200, state.requests);
  return sendJson(response, 404, { message: 'not found' });
}

async function handle(
  state: PracticeState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const { pathname } = url;
  if (pathname.startsWith('/services/')) return handleServices(state, request, response, url);
  if (pathname.startsWith('/aura/')) return handleApp(state, request, response, url);
  if (pathname.startsWith('/client/')) return sendClientFile(response, pathname);
  if (pathname.startsWith('/__practice__/')) return handlePractice(state, request, response, url);
  if (pathname.startsWith('/lightning/')) return sendShell(state, request, response, url);
  const html = { 'Content-Type': 'text/html; charset=utf-8', ...pageHeaders(state) };
  if (pathname === '/') response.writeHead(302, { Location: '/lightning/page/home' }).end();
  else if (pathname === '/blank') response.writeHead(200, html).end(blankHtml);
  else if (pathname === '/login') response.writeHead(200, html).end(loginHtml);
  else response.writeHead(404, html).end(blankHtml);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Starts the practice CRM. Everything lives in memory: a restart is a fresh CRM. */
export async function startPracticeCrm(start: StartOptions): Promise<PracticeCrm> {
  const state = createState(start);
  const host = start.host ?? '127.0.0.1';
  const server = createServer((request, response) => {
    handle(state, request, response).catch((error: unknown) => {
      process.stderr.write(
        `practice crm: ${request.method} ${request.url}: ${String((error as Error).stack)}\n`,
      );
      if (!response.headersSent)
        sendJson(response, 500, [{ message: String(error), errorCode: 'UNKNOWN_EXCEPTION' }]);
    });
  });
  const port = await listen(server, start.port ?? 0, host);
  const url = `http://${host}:${port}`;
  return {
    url,
    port,
    state,
    signIn: (userId = state.options.signedInAs) =>
      `${sessionCookie}=${encodeURIComponent(openSession(state, userId))}`,
    setOptions: (change) => applyOptions(state, change),
    recordUrl(id) {
      const object = { '001': 'Account', '003': 'Contact', '006': 'Opportunity', '00Q': 'Lead' }[
        id.slice(0, 3)
      ];
      return `${url}/lightning/r/${object ? `${object}/` : ''}${id}/view`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
