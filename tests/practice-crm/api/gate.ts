import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson, sendJson, wait } from '../http.ts';
import { sessionOf, viewerOf } from '../session.ts';
import type { LoggedRequest, PracticeState } from '../types.ts';
import { ApiFault, fault } from './fault.ts';
import type { ApiReply } from './reply.ts';
import { route, versions } from './router.ts';
import { userInfo } from './whoami.ts';

const expired = fault(401, 'INVALID_SESSION_ID', 'Session expired or invalid');

/** The failure a test asked for, if any is left. 'gone' has already cut the connection. */
async function failOnPurpose(
  state: PracticeState,
  request: IncomingMessage,
): Promise<ApiReply | 'gone' | null> {
  const failure = state.options.apiFailure;
  if (failure === null) return null;
  if (failure === 'slow') {
    await wait(state.options.slowMs);
    return null;
  }
  if (failure === 'offline') {
    request.socket.destroy();
    return 'gone';
  }
  if (failure.times !== undefined) {
    if (failure.times <= 0) return null;
    failure.times -= 1;
  }
  const usual = [{ message: 'An unexpected error occurred.', errorCode: 'UNKNOWN_EXCEPTION' }];
  return { status: failure.status, body: failure.body ?? usual };
}

/** True when the answer to a stored write is to be lost. */
function losesAnswer(state: PracticeState): boolean {
  const { options } = state;
  if (options.rejectAfterWrite === false || options.rejectTimes === 0) return false;
  if (options.rejectTimes !== null) options.rejectTimes -= 1;
  return true;
}

async function answer(
  state: PracticeState,
  request: IncomingMessage,
  url: URL,
  entry: LoggedRequest,
): Promise<ApiReply> {
  const session = sessionOf(state, request);
  entry.userId = session?.userId ?? null;
  if (/^\/services\/data\/?$/.test(url.pathname)) return versions();
  if (!session || state.options.api === false) throw expired;
  const viewer = viewerOf(state, session);
  if (url.pathname === '/services/oauth2/userinfo') return userInfo(state, viewer, url.origin);
  const below = /^\/services\/data\/v(\d+)\.0\/(.+)$/.exec(url.pathname);
  if (!below || Number(below[1]) < 31 || Number(below[1]) > 67)
    throw fault(404, 'NOT_FOUND', 'The requested resource does not exist');
  const body = await readJson(request);
  entry.body = body ?? null;
  if (body === undefined) {
    throw fault(400, 'JSON_PARSER_ERROR', 'Unexpected character at [line:1, column:1]');
  }
  const method = request.method ?? 'GET';
  if (body !== null && !/^application\/json/i.test(request.headers['content-type'] ?? '')) {
    throw fault(415, 'UNSUPPORTED_MEDIA_TYPE', `Content-Type header is not supported for ${method}`);
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([k, v]) => [k, Array.isArray(v) ? v.join(',') : v]),
  );
  return route(state, viewer, { method, path: below[2]!, query: url.searchParams, body, headers });
}

/** Everything below /services/. Never a CORS header: a page of another origin cannot read it, as in reality. */
export async function handleServices(
  state: PracticeState,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const entry: LoggedRequest = {
    at: state.clock().getTime(),
    method: request.method ?? 'GET',
    path: url.pathname + url.search,
    status: 0,
    userId: null,
    body: null,
  };
  state.requests.push(entry);
  const failure = await failOnPurpose(state, request);
  if (failure === 'gone') return;
  if (state.options.api === 'redirect' && failure === null) {
    entry.status = 302;
    response.writeHead(302, { Location: '/login' }).end();
    return;
  }
  let reply: ApiReply;
  try {
    reply = failure ?? (await answer(state, request, url, entry));
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    reply = { status: error.status, body: error.body };
  }
  if (reply.wrote && losesAnswer(state)) {
    if (state.options.rejectAfterWrite === 'drop') {
      request.socket.destroy();
      return;
    }
    reply = {
      status: 500,
      body: [{ message: 'An unexpected error occurred.', errorCode: 'UNKNOWN_EXCEPTION' }],
    };
  }
  entry.status = reply.status;
  sendJson(response, reply.status, reply.body, {
    ...reply.headers,
    'Sforce-Limit-Info': `api-usage=${state.requests.length}/15000`,
    Vary: 'Accept-Encoding',
  });
}
