import type { NoteView } from '@/lib/rpc/view';

export interface Thread {
  readonly note: NoteView;
  /** Oldest first. */
  readonly answers: readonly NoteView[];
}

/** Notes with what was answered to them, the thread last written to first. An answer to an answer joins its thread. */
export function threadsOf(notes: readonly NoteView[]): readonly Thread[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  function rootOf(note: NoteView): NoteView {
    let root = note;
    for (let step = 0; step < notes.length && root.re !== null; step += 1) {
      const above = byId.get(root.re);
      if (above === undefined) break;
      root = above;
    }
    return root;
  }
  const threads = Map.groupBy(notes, (note) => rootOf(note).id);
  return [...threads]
    .map(([id, all]) => ({
      note: byId.get(id)!,
      answers: all.filter((note) => note.id !== id).toSorted((a, b) => a.at - b.at),
    }))
    .toSorted((a, b) => lastAt(b) - lastAt(a));
}

function lastAt({ note, answers }: Thread): number {
  return answers.at(-1)?.at ?? note.at;
}
