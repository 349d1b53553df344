import type { Client } from '@/lib/rpc/contract';
import { exportFile, exportName } from './export-file';
import { keepFolder, type FolderKept } from './folder';

export type CopyOutcome =
  | { readonly kind: 'written'; readonly at: number; readonly lines: number }
  /** The browser wants a click before it writes there again. */
  | { readonly kind: 'needs-you' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly why: string };

/** One copy a civil day of this computer; none is due before a folder is chosen. */
export function copyDue(writtenAt: number | null, now: number): boolean {
  return writtenAt === null || localDay(writtenAt) !== localDay(now);
}

/** Civil day on this computer's clock, YYYY-MM-DD: the name of the day's file. */
export function localDay(at: number): string {
  const date = new Date(at);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/**
 * Writes today's file into the chosen folder, in place of an earlier one of today. The browser writes beside it and
 * swaps at `close`, so an interrupted copy leaves the old file whole.
 */
export async function writeCopy(call: Client, kept: FolderKept, now: number): Promise<CopyOutcome> {
  try {
    const permission = await kept.folder.queryPermission({ mode: 'readwrite' });
    if (permission !== 'granted') return { kind: 'needs-you' };
    const exported = await exportFile(call, () => undefined);
    if (!exported.ok) return { kind: 'failed', why: exported.fault.message };
    const file = await kept.folder.getFileHandle(exportName(localDay(now)), { create: true });
    const stream = await file.createWritable();
    await stream.write(exported.value.blob);
    await stream.close();
    await keepFolder({ folder: kept.folder, writtenAt: now });
    await call('data.backedUp', {});
    return { kind: 'written', at: now, lines: exported.value.lines };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return { kind: 'gone' };
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
