import { objectNames, type PracticeState, type Row } from '../types.ts';
import { ApiFault, fault } from './fault.ts';
import type { ApiReply, ApiRequest } from './reply.ts';

interface Part {
  method: string;
  url: string;
  referenceId: string;
  body?: unknown;
}

interface PartReply {
  body: unknown;
  httpHeaders: Readonly<Record<string, string>>;
  httpStatusCode: number;
  referenceId: string;
}

const halted = [
  {
    errorCode: 'PROCESSING_HALTED',
    message: 'The transaction was rolled back since another operation in the same transaction failed.',
  },
];

/** Puts earlier answers into `@{reference.field}`. */
function fill<T>(value: T, results: ReadonlyMap<string, unknown>): T {
  const filled = JSON.stringify(value).replace(/@\{(\w+)\.(\w+)\}/g, (_, id: string, name: string) =>
    String((results.get(id) as Record<string, unknown> | undefined)?.[name] ?? ''),
  );
  return JSON.parse(filled) as T;
}

/** Copies every table; the answer puts the copies back. */
function snapshot(state: PracticeState): () => void {
  const deleted = new Set(state.deleted);
  const copies = objectNames.map((name) => {
    const rows = [...state.tables[name]].map(([id, row]): [string, Row] => [id, { ...row }]);
    return [name, rows] as const;
  });
  return () => {
    for (const [name, rows] of copies) state.tables[name] = new Map(rows);
    for (const id of state.deleted) if (!deleted.has(id)) state.deleted.delete(id);
  };
}

/** POST /composite: the top level is always 200; each part carries its own status. `allOrNone` undoes everything. */
export function handleComposite(
  state: PracticeState,
  request: ApiRequest,
  run: (part: ApiRequest) => ApiReply,
): ApiReply {
  const { compositeRequest: parts, allOrNone = false } = (request.body ?? {}) as {
    compositeRequest?: Part[];
    allOrNone?: boolean;
  };
  if (!Array.isArray(parts)) throw fault(400, 'JSON_PARSER_ERROR', 'compositeRequest is missing');
  if (parts.length > 25) throw fault(400, 'LIMIT_EXCEEDED', 'You can have up to 25 subrequests in one call');
  const undo = allOrNone ? snapshot(state) : null;
  const results = new Map<string, unknown>();
  const replies: PartReply[] = [];
  let failedAt: number | null = null;
  for (const [i, raw] of parts.entries()) {
    const { referenceId } = raw;
    if (failedAt !== null && allOrNone) {
      replies.push({ body: halted, httpHeaders: {}, httpStatusCode: 400, referenceId });
      continue;
    }
    try {
      const part = fill(raw, results);
      const url = new URL(part.url, 'http://practice.invalid');
      const path = url.pathname.replace(/^\/services\/data\/v[\d.]+\//, '');
      const reply = run({
        method: part.method,
        path,
        query: url.searchParams,
        body: part.body ?? null,
        headers: {},
      });
      results.set(referenceId, reply.body);
      replies.push({
        body: reply.body ?? null,
        httpHeaders: reply.headers ?? {},
        httpStatusCode: reply.status,
        referenceId,
      });
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      failedAt ??= i;
      replies.push({ body: error.body, httpHeaders: {}, httpStatusCode: error.status, referenceId });
    }
  }
  if (failedAt !== null && undo) {
    undo();
    for (const reply of replies.slice(0, failedAt))
      Object.assign(reply, { body: halted, httpHeaders: {}, httpStatusCode: 400 });
  }
  return { status: 200, body: { compositeResponse: replies }, wrote: !(failedAt !== null && undo) };
}
