import type { Outcome } from '@/lib/domain/outcome';

/** Moves an outcome by one place; keys follow the order, 1 at the top. */
export function moved(outcomes: readonly Outcome[], id: string, by: -1 | 1): readonly Outcome[] {
  const at = outcomes.findIndex((outcome) => outcome.id === id);
  const to = at + by;
  const one = outcomes[at];
  const other = outcomes[to];
  if (one === undefined || other === undefined) return outcomes;
  const swapped = outcomes.with(at, other).with(to, one);
  return swapped.map((outcome, index) => ({ ...outcome, key: index + 1 }));
}

/** Own words for an outcome; the built-in ones again when they are the same. */
export function reworded(
  outcomes: readonly Outcome[],
  id: string,
  words: { readonly en: string; readonly ko: string },
  builtIn: { readonly en: string; readonly ko: string },
): readonly Outcome[] {
  return outcomes.map((outcome) => {
    if (outcome.id !== id) return outcome;
    const { words: _before, ...rest } = outcome;
    return words.en === builtIn.en && words.ko === builtIn.ko ? rest : { ...rest, words };
  });
}
