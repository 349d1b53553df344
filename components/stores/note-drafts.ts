import type { RecordKey } from '@/lib/domain/ids';
import type { NoteDraft } from '@/lib/rpc/view';
import { createDrafts } from './drafts';

/** Notes being written. */
export const useNoteDrafts = createDrafts<NoteDraft>(emptyNote);

export function emptyNote(record: RecordKey): NoteDraft {
  return { record, text: '', anchor: { on: 'record', name: null }, kind: 'plain', re: null, revision: 0 };
}
