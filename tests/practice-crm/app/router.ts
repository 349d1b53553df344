import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiFault } from '../api/fault.ts';
import { readWrite } from '../api/validate.ts';
import { canonicalId } from '../data/ids.ts';
import { insertRow, updateRow, writeContext } from '../data/store.ts';
import { readJson, sendJson } from '../http.ts';
import { objectNamed } from '../schema/index.ts';
import { openSession, parseLocale, sessionOf, viewerOf } from '../session.ts';
import type { PracticeState, Session } from '../types.ts';
import { bootData } from './boot.ts';
import { homeData, searchData } from './home.ts';
import { isPageObject } from './layouts.ts';
import { boardData, listData } from './lists.ts';
import { recordData } from './records.ts';

interface SaveBody {
  object: string;
  id: string | null;
  fields: Record<string, unknown>;
}

function save(state: PracticeState, session: Session, body: SaveBody): { status: number; body: unknown } {
  const object = objectNamed(body.object);
  if (!object) return { status: 400, body: { message: `no such object: ${body.object}` } };
  const row = body.id === null ? null : (state.tables[object.name].get(body.id) ?? undefined);
  if (row === undefined) return { status: 404, body: { message: 'gone' } };
  try {
    const cells = readWrite(state, object, body.fields, row);
    const ctx = writeContext(state, session.userId);
    if (row) updateRow(ctx, object.name, row, cells);
    return { status: 200, body: { id: row?.Id ?? insertRow(ctx, object.name, cells).Id } };
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    const [first] = error.body as { message: string; fields?: string[] }[];
    return { status: 400, body: { message: first?.message, fields: first?.fields ?? [] } };
  }
}

/**
 * The pages' own data, apart from the public API as in Lightning: `api: false` or an API failure does not
 * stop the pages.
 */
export async function handleApp(
  state: PracticeState,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const session =
    sessionOf(state, request) ?? state.sessions.get(openSession(state, state.options.signedInAs))!;
  const viewer = viewerOf(state, session);
  const { searchParams: query } = url;
  const object = query.get('object');
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /aura/boot':
      return sendJson(response, 200, bootData(state, session));
    case 'GET /aura/home':
      return sendJson(response, 200, homeData(state, viewer));
    case 'GET /aura/search':
      return sendJson(response, 200, searchData(state, query.get('q') ?? ''));
    case 'GET /aura/board':
      return sendJson(response, 200, boardData(state, viewer, query.get('filter') ?? ''));
    case 'GET /aura/list':
      if (!isPageObject(object)) break;
      return sendJson(response, 200, listData(state, viewer, object, query.get('filter') ?? ''));
    case 'GET /aura/record': {
      const data = recordData(state, viewer, query.get('id') ?? '');
      return sendJson(response, data === null ? 404 : 200, data ?? { gone: true });
    }
    case 'GET /aura/user': {
      const user = state.tables.User.get(canonicalId(query.get('id') ?? '') ?? '');
      const shown = user && { id: user.Id, name: user['Name'], title: user['Title'], email: user['Email'] };
      return sendJson(response, shown ? 200 : 404, shown ?? { gone: true });
    }
    case 'POST /aura/save': {
      const answer = save(state, session, (await readJson(request)) as SaveBody);
      return sendJson(response, answer.status, answer.body);
    }
    case 'POST /aura/locale': {
      session.locale = parseLocale(((await readJson(request)) as { locale?: string }).locale);
      return sendJson(response, 200, {});
    }
  }
  sendJson(response, 404, { message: 'not found' });
}
