import { create } from 'zustand';
import type { RecordKey } from '@/lib/domain/ids';
import type { Draft } from '@/lib/rpc/view';
import { createDrafts } from './drafts';

/** Logs being typed. */
export const useLogDrafts = createDrafts<Draft>(emptyDraft);

/** What was just logged, so that undo can lay it open again. */
export const useLastLogged = create<{ readonly last: Draft | null }>(() => ({ last: null }));

export function emptyDraft(record: RecordKey): Draft {
  return {
    record,
    channel: 'call',
    outcome: null,
    text: '',
    at: null,
    durationSec: null,
    next: null,
    meetingAt: null,
    revision: 0,
    open: false,
  };
}

/** Whether anything in it was typed or chosen by hand. */
export function hasContent(draft: Draft): boolean {
  return (
    draft.outcome !== null ||
    draft.text !== '' ||
    draft.at !== null ||
    draft.durationSec !== null ||
    draft.next !== null ||
    draft.meetingAt !== null
  );
}

/** A draft became a log, and can be laid open again by undo. */
export function keepLogged(draft: Draft): void {
  useLogDrafts.getState().drop(draft.record);
  useLastLogged.setState({ last: draft });
}
