import { useEffect } from 'react';
import type { RecordKey } from '@/lib/domain/ids';
import type { Draftable, DraftStore } from '../stores/drafts';

/** Takes over what the background keeps of a draft, also that it keeps nothing any more; `record` null: not known. */
export function useKeptDraft<D extends Draftable>(
  store: DraftStore<D>,
  kept: D | null,
  record: RecordKey | null,
  revision: number,
): void {
  useEffect(() => {
    const { adopt, gone } = store.getState();
    if (kept !== null) adopt(kept, revision);
    else if (record !== null) gone(record, revision);
  }, [store, kept, record, revision]);
}
