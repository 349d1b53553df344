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
  /** Its text as the background last had it from here or gave it: what both surfaces went on from. */
  readonly base: string;
  /** The database's revision at which it was known to be kept; null before it ever was. */
  readonly keptAt: number | null;
}

export interface DraftState<D extends Draftable> {
  readonly drafts: Readonly<Record<RecordKey, TypedDraft<D>>>;
  /** Newest revision that was dropped: a late answer must not bring a saved draft back. */
  readonly dropped: Readonly<Record<RecordKey, number>>;
  /** Takes what the background kept at a revision of the database, unless something newer is being typed here. */
  readonly adopt: (draft: D, at: number) => void;
  /** At a revision of the database nothing was kept: what was kept before has become a log or a note elsewhere. */
  readonly gone: (record: RecordKey, at: number) => void;
  readonly change: (record: RecordKey, part: Partial<Omit<D, 'record' | 'revision'>>) => void;
  readonly saved: (sent: TypedDraft<D>, kept: { readonly revision: number; readonly at: number }) => void;
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
        const known = state.drafts[record] ?? {
          ...{ draft: { ...empty(record), revision }, typed: 0, saved: 0 },
          ...{ base: '', keptAt: null },
        };
        return { drafts: { ...state.drafts, [record]: entry(known) } };
      });
    }
    return {
      drafts: {},
      dropped: {},
      adopt: (draft, at) => {
        if ((get().dropped[draft.record] ?? -1) >= draft.revision) return;
        put(draft.record, (known) =>
          known.typed > known.saved || known.draft.revision >= draft.revision
            ? known
            : { ...known, draft, base: draft.text, keptAt: at },
        );
      },
      gone: (record, at) => {
        const known = get().drafts[record];
        // An answer from before it was kept says nothing about it.
        if (known === undefined || known.keptAt === null || known.keptAt > at) return;
        if (known.typed === known.saved) get().drop(record);
      },
      change: (record, part) =>
        put(record, (known) => ({
          ...known,
          draft: { ...known.draft, ...part },
          typed: known.typed + 1,
        })),
      saved: ({ draft, typed }, { revision, at }) =>
        put(draft.record, (known) => ({
          ...known,
          ...{ saved: typed, base: draft.text, keptAt: at },
          draft: { ...known.draft, revision },
        })),
      rebase: (record, theirs) =>
        put(record, (known) => ({
          ...known,
          draft: {
            ...known.draft,
            revision: theirs.revision,
            text: joined(theirs.text, known.draft.text, known.base),
          },
          base: theirs.text,
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

/** Both texts in one. Where both went on from the same words, only what is new here comes behind theirs. */
function joined(theirs: string, ours: string, base: string): string {
  if (ours.includes(theirs)) return ours;
  if (theirs.includes(ours)) return theirs;
  const shared = theirs.startsWith(base) && ours.startsWith(base) ? base.length : 0;
  return `${theirs}\n${ours.slice(shared).trimStart()}`.slice(0, 20_000);
}
