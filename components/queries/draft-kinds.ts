import type { Answer } from '@/lib/rpc/call';
import type { Connection } from '@/lib/rpc/connection';
import type { Draft, NoteDraft, PanelView } from '@/lib/rpc/view';
import type { Draftable, DraftStore } from '../stores/drafts';
import { useLogDrafts } from '../stores/log-drafts';
import { useNoteDrafts } from '../stores/note-drafts';

/** What the draft saver needs to know of one kind of text being typed. */
export interface DraftKind<D extends Draftable> {
  readonly name: string;
  readonly store: DraftStore<D>;
  readonly save: (
    connection: Connection,
    draft: D,
  ) => Answer<{ readonly revision: number; readonly at: number }>;
  /** What the background keeps of it for the record shown. */
  readonly kept: (view: PanelView) => D | null;
}

export const LOG_DRAFTS: DraftKind<Draft> = {
  name: 'log',
  store: useLogDrafts,
  save: (connection, draft) => connection.call('draft.save', draft),
  kept: (view) => view.draft,
};

export const NOTE_DRAFTS: DraftKind<NoteDraft> = {
  name: 'note',
  store: useNoteDrafts,
  save: (connection, draft) => connection.call('note.draft', draft),
  kept: (view) => view.noteDraft,
};
