import type { Fault, Result } from '@/lib/domain/result';
import type { Client, Output } from '@/lib/rpc/contract';

export type ImportReport = Output<'data.import'>;

/** Lines in one message: about a megabyte of events, well under the browser's limit for a message. */
const LINES_A_PIECE = 2000;
/** A note of 20,000 characters is one line, so lines alone do not bound a piece. */
const CHARACTERS_A_PIECE = 4_000_000;

/** The lines of a file with their place kept: an empty line stays, so that "line 7" is line 7 of the file. */
export function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Cuts lines into messages. A file without lines gives no piece. */
export function piecesOf(lines: readonly string[]): string[][] {
  const pieces: string[][] = [];
  let piece: string[] = [];
  let size = 0;
  for (const line of lines) {
    if (piece.length >= LINES_A_PIECE || (size + line.length > CHARACTERS_A_PIECE && piece.length > 0)) {
      pieces.push(piece);
      piece = [];
      size = 0;
    }
    piece.push(line);
    size += line.length;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/**
 * Hands a file over in pieces under one session; the background writes all of it with the last piece, or nothing.
 * A dry run answers what would happen.
 */
export async function importLines(
  call: Client,
  lines: readonly string[],
  options: { readonly dryRun: boolean; readonly session: string },
  onProgress: (done: number) => void,
): Promise<Result<ImportReport, Fault>> {
  const pieces = piecesOf(lines);
  let done = 0;
  for (const [index, piece] of pieces.entries()) {
    const last = index === pieces.length - 1;
    const answer = await call('data.import', { lines: piece, last, ...options });
    if (!answer.ok || last) return answer;
    done += piece.length;
    onProgress(done);
  }
  return { ok: true, value: { refused: null, added: 0, known: 0, newer: 0, broken: [] } };
}

/** The same lines without those that cannot be read, each in its place still. */
export function withoutBroken(lines: readonly string[], broken: ImportReport['broken']): readonly string[] {
  const out = new Set(broken.map(({ line }) => line));
  return lines.map((text, at) => (out.has(at + 1) ? '' : text));
}

/**
 * The lines that could not be read, as a table for a spreadsheet: with a byte-order mark, because Excel takes Korean
 * for something else without it. A cell that a spreadsheet would run as a formula gets an apostrophe (OWASP ASVS
 * 1.2.10).
 */
export function brokenTable(lines: readonly string[], broken: ImportReport['broken']): string {
  const rows = broken.map(({ line, why }) => [String(line), why, lines[line - 1] ?? '']);
  return `\uFEFF${[['line', 'why', 'text'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
