import { create } from 'zustand';
import type { RecordKey } from '@/lib/domain/ids';

/** Notes being typed, by record, so that a look at another record loses nothing. */
interface NoteState {
  readonly texts: Readonly<Record<RecordKey, string>>;
  readonly write: (record: RecordKey, text: string) => void;
}

export const useNoteStore = create<NoteState>((set) => ({
  texts: {},
  write: (record, text) => set((state) => ({ texts: { ...state.texts, [record]: text } })),
}));
