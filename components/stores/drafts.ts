import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { RecordKey } from '@/lib/domain/ids';

/** What every draft has, whatever is being written. */
export interface Draftable {
  readonly record: RecordKey;
  readonly text: string;
  readonly revision: number;
}

/** One text being typed. `typed` counts changes, so that a save knows whether more came while it was away. */
export interface TypedDraft<D extends Draftable> {
  readonly draft: D;
  readonly typed: number;
  readonly saved: number;
}

export interface DraftState<D extends Draftable> {
  readonly drafts: Readonly<Record<RecordKey, TypedDraft<D>>>;
  /** Newest revision that was dropped: a late answer must not bring a saved draft back. */
  readonly dropped: Readonly<Record<RecordKey, number>>;
  /** Takes what the background keeps, unless something newer is being typed here. */
  readonly adopt: (draft: D) => void;
  readonly change: (record: RecordKey, part: Partial<Omit<D, 'record' | 'revision'>>) => void;
  readonly saved: (record: RecordKey, typed: number, revision: number) => void;
  /** After a conflict: go on from the other surface's revision without losing either text. */
  readonly rebase: (record: RecordKey, theirs: D) => void;
  /** Nothing more is to be saved of it: what it became is on the way. */
  readonly settle: (record: RecordKey) => void;
  readonly drop: (record: RecordKey) => void;
}

export type DraftStore<D extends Draftable> = UseBoundStore<StoreApi<DraftState<D>>>;

/** Drafts of one kind by record, so that a look at another record loses nothing. */
export function createDrafts<D extends Draftable>(empty: (record: RecordKey) => D): DraftStore<D> {
  return create<DraftState<D>>((set, get) => {
    function put(record: RecordKey, entry: (known: TypedDraft<D>) => TypedDraft<D>): void {
      set((state) => {
        // Goes on from what was dropped: on every surface a later draft is newer than an earlier one.
        const revision = state.dropped[record] ?? 0;
        const known = state.drafts[record] ?? { draft: { ...empty(record), revision }, typed: 0, saved: 0 };
        return { drafts: { ...state.drafts, [record]: entry(known) } };
      });
    }
    return {
      drafts: {},
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
      drop: (record) =>
        set((state) => {
          const { [record]: gone, ...rest } = state.drafts;
          if (gone === undefined) return state;
          return { drafts: rest, dropped: { ...state.dropped, [record]: gone.draft.revision } };
        }),
    };
  });
}

function joined(theirs: string, ours: string): string {
  if (ours.includes(theirs)) return ours;
  return theirs.includes(ours) ? theirs : `${theirs}\n${ours}`.slice(0, 20_000);
}
