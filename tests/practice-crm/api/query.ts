import { makeId, keyPrefixes } from '../data/ids.ts';
import type { PracticeState } from '../types.ts';
import { fault, notFound } from './fault.ts';
import type { Viewer } from './format.ts';
import type { ApiReply, ApiRequest } from './reply.ts';
import { parseSoql } from './soql-parse.ts';
import { runSoql } from './soql-run.ts';

function page(state: PracticeState, cursor: string, from: number, size: number): ApiReply {
  const held = state.cursors.get(cursor);
  if (!held) throw fault(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  const next = from + size;
  const done = next >= held.rows.length;
  if (done) state.cursors.delete(cursor);
  const body = { totalSize: held.rows.length, done, records: held.rows.slice(from, next) };
  return {
    status: 200,
    body: done ? body : { ...body, nextRecordsUrl: `/services/data/v66.0/query/${cursor}-${next}` },
  };
}

/** Batch size: the org's option, or the caller's `Sforce-Query-Options: batchSize=n` (200 to 2,000). */
function batchSize(state: PracticeState, request: ApiRequest): number {
  const asked = /batchSize=(\d+)/i.exec(request.headers['sforce-query-options'] ?? '')?.[1];
  return asked ? Math.min(2000, Math.max(200, Number(asked))) : state.options.queryBatch;
}

/** GET /query?q=… and GET /query/{cursor}-{offset}. */
export function handleQuery(
  state: PracticeState,
  viewer: Viewer,
  request: ApiRequest,
  locator: string | undefined,
): ApiReply {
  if (request.method !== 'GET') throw notFound();
  if (locator !== undefined) {
    const [cursor, from] = locator.split('-');
    return page(state, cursor ?? '', Number(from ?? Number.NaN), batchSize(state, request));
  }
  const q = request.query.get('q');
  if (!q) throw fault(400, 'MALFORMED_QUERY', 'SOQL query string is missing');
  const { total, records } = runSoql(state, parseSoql(q), viewer);
  if (records.length === 0) return { status: 200, body: { totalSize: total, done: true, records: [] } };
  const cursor = makeId(keyPrefixes.QueryCursor, state.requests.length + state.cursors.size + 1);
  state.cursors.set(cursor, { rows: records, from: 0 });
  return page(state, cursor, 0, batchSize(state, request));
}
