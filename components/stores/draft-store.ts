import { create } from 'zustand';
import type { RecordKey } from '@/lib/domain/ids';
import type { Draft } from '@/lib/rpc/view';

/** One log being typed. `typed` counts changes, so that a save knows whether more came while it was away. */
export interface TypedDraft {
  readonly draft: Draft;
  readonly typed: number;
  readonly saved: number;
}

interface DraftState {
  readonly drafts: Readonly<Record<RecordKey, TypedDraft>>;
  /** What was just logged, so that undo can lay it open again. */
  readonly last: Draft | null;
  /** Newest revision that was dropped: a late answer must not bring a saved draft back. */
  readonly dropped: Readonly<Record<RecordKey, number>>;
  /** Takes what the background keeps, unless something newer is being typed here. */
  readonly adopt: (draft: Draft) => void;
  readonly change: (record: RecordKey, part: Partial<Omit<Draft, 'record' | 'revision'>>) => void;
  readonly saved: (record: RecordKey, typed: number, revision: number) => void;
  /** After a conflict: go on from the other surface's revision without losing either text. */
  readonly rebase: (record: RecordKey, theirs: Draft) => void;
  /** Nothing more is to be saved of it: its log is on the way. */
  readonly settle: (record: RecordKey) => void;
  /** It became a log, and can be laid open again by undo. */
  readonly logged: (draft: Draft) => void;
  readonly drop: (record: RecordKey) => void;
}

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

export const useDraftStore = create<DraftState>((set, get) => {
  function put(record: RecordKey, entry: (known: TypedDraft) => TypedDraft): void {
    set((state) => {
      const known = state.drafts[record] ?? { draft: emptyDraft(record), typed: 0, saved: 0 };
      return { drafts: { ...state.drafts, [record]: entry(known) } };
    });
  }
  return {
    drafts: {},
    last: null,
    dropped: {},
    adopt: (draft) => {
      if ((get().dropped[draft.record] ?? -1) >= draft.revision) return;
      put(draft.record, (known) =>
        known.typed > known.saved || known.draft.revision >= draft.revision ? known : { ...known, draft },
      );
    },
    change: (record, part) =>
      put(record, (known) => ({
        ...known,
        draft: { ...known.draft, ...part },
        typed: known.typed + 1,
      })),
    saved: (record, typed, revision) =>
      put(record, (known) => ({ ...known, saved: typed, draft: { ...known.draft, revision } })),
    rebase: (record, theirs) =>
      put(record, (known) => ({
        ...known,
        draft: {
          ...known.draft,
          revision: theirs.revision,
          text: joined(theirs.text, known.draft.text),
        },
        typed: known.typed + 1,
      })),
    settle: (record) =>
      set((state) => {
        const known = state.drafts[record];
        if (known === undefined) return state;
        return { drafts: { ...state.drafts, [record]: { ...known, saved: known.typed } } };
      }),
    logged: (draft) => {
      get().drop(draft.record);
      set({ last: draft });
    },
    drop: (record) =>
      set((state) => {
        const { [record]: gone, ...rest } = state.drafts;
        if (gone === undefined) return state;
        return { drafts: rest, dropped: { ...state.dropped, [record]: gone.draft.revision } };
      }),
  };
});

function joined(theirs: string, ours: string): string {
  if (ours.includes(theirs)) return ours;
  return theirs.includes(ours) ? theirs : `${theirs}\n${ours}`.slice(0, 20_000);
}
