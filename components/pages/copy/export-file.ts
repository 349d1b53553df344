import type { Fault, Result } from '@/lib/domain/result';
import type { Client } from '@/lib/rpc/contract';

export interface ExportedFile {
  readonly blob: Blob;
  readonly lines: number;
}

/**
 * Everything stored, as one file of JSON lines. Asked for page by page, and each page becomes a part of the Blob at
 * once, so that a large history never stands in memory as one string.
 */
export async function exportFile(
  call: Client,
  onProgress: (lines: number) => void,
): Promise<Result<ExportedFile, Fault>> {
  const parts: string[] = [];
  let lines = 0;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof call<'data.export'>>> = await call('data.export', { cursor });
    if (!page.ok) return page;
    if (page.value.lines.length > 0) parts.push(`${page.value.lines.join('\n')}\n`);
    lines += page.value.lines.length;
    cursor = page.value.next;
    onProgress(lines);
  } while (cursor !== null);
  return { ok: true, value: { blob: new Blob(parts, { type: 'application/x-ndjson' }), lines } };
}

/** `touchline-2026-11-23.jsonl`: sorts by day in a folder, one a day. */
export function exportName(day: string): string {
  return `touchline-${day}.jsonl`;
}
