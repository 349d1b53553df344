import { readEvent } from '../../domain/events/kinds.ts';
import type { ImportRefusal } from '../../domain/ports.ts';
import type { QuarantineRow, EventRow } from '../tables.ts';
import { FORMAT, headerSchema, LINE_LIMIT, ROW_SCHEMAS, type RowOf, type RowTable } from './lines.ts';

export interface Broken {
  /** From 1, as an editor shows it. */
  readonly line: number;
  /** A word that screens put into a sentence (`data.import.why.…`), else table, place and what the parser says. */
  readonly why: string;
}

export type ParsedRows = {
  readonly [T in RowTable]: readonly { readonly line: number; readonly row: RowOf<T> }[];
};

/** A file as understood: every row has passed its schema; nothing has been compared with the database yet. */
export interface ParsedFile {
  readonly rows: ParsedRows;
  readonly events: readonly { readonly line: number; readonly event: EventRow['event'] }[];
  readonly newer: readonly QuarantineRow[];
  readonly broken: readonly Broken[];
  readonly refused: ImportRefusal | null;
}

/** Reads an export, line by line. Never throws; a line that is not understood is listed and nothing else. */
export function parseFile(lines: readonly string[], schema: number): ParsedFile {
  const rows = Object.fromEntries(Object.keys(ROW_SCHEMAS).map((table) => [table, []])) as unknown as {
    [T in RowTable]: { line: number; row: RowOf<T> }[];
  };
  const file = {
    rows: rows as ParsedRows,
    events: [] as { line: number; event: EventRow['event'] }[],
    newer: [] as QuarantineRow[],
    broken: [] as Broken[],
    refused: refuseHeader(lines[0], schema),
  };
  if (file.refused !== null) return file;
  for (const [at, text] of lines.entries()) {
    if (at === 0 || text.trim() === '') continue;
    const line = at + 1;
    const parsed = readLine(text);
    if (parsed.kind === 'broken') file.broken.push({ line, why: parsed.why });
    else if (parsed.table === 'events') {
      const read = readEvent(parsed.row);
      if (read.kind === 'known') file.events.push({ line, event: read.event });
      else if (read.kind === 'erased')
        file.events.push({ line, event: { ...read.envelope, erased: true, body: null } });
      else if (read.kind === 'newer') file.newer.push({ id: read.envelope.id, event: read.envelope });
      else file.broken.push({ line, why: `events: ${read.why}` });
    } else {
      const read = ROW_SCHEMAS[parsed.table].safeParse(parsed.row);
      if (read.success)
        (rows[parsed.table] as { line: number; row: unknown }[]).push({ line, row: read.data });
      else file.broken.push({ line, why: `${parsed.table}: ${whyOf(read.error.issues[0])}` });
    }
  }
  return file;
}

function refuseHeader(text: string | undefined, schema: number): ImportRefusal | null {
  const header = headerSchema.safeParse(text === undefined ? undefined : readJson(text));
  if (!header.success) return 'foreign';
  return header.data.format > FORMAT || header.data.schema > schema ? 'newer' : null;
}

type Line =
  | { readonly kind: 'row'; readonly table: RowTable | 'events'; readonly row: unknown }
  | { readonly kind: 'broken'; readonly why: string };

function readLine(text: string): Line {
  if (text.length > LINE_LIMIT) return { kind: 'broken', why: 'too-long' };
  const value = readJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'broken', why: 'not-a-row' };
  const { t, r } = value as { t?: unknown; r?: unknown };
  if (typeof t !== 'string' || (t !== 'events' && !Object.hasOwn(ROW_SCHEMAS, t)))
    return { kind: 'broken', why: 'unknown-table' };
  return { kind: 'row', table: t as RowTable | 'events', row: r };
}

/** JSON, or undefined. A row that would touch an object's prototype is no row. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') throw new SyntaxError('a forbidden name');
      return value;
    });
  } catch {
    return undefined;
  }
}

function whyOf(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): string {
  return issue ? `${issue.path.map(String).join('.')} ${issue.message}`.trim() : 'not understood';
}
