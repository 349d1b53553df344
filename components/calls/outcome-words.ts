import type { Outcome } from '@/lib/domain/outcome';
import type { Words } from '../ui/language';

/** A team's own words, else ours; `past` reads inside a sentence ("last Fri, no answer"). */
export function outcomeText(
  words: Words,
  outcomes: readonly Outcome[],
  id: string,
  form: 'choice' | 'past' = 'choice',
): string {
  const own = outcomes.find((one) => one.id === id)?.words?.[words.language];
  const built = words.maybe(`calls.${form === 'past' ? 'past' : 'outcome'}.${id}`);
  return own ?? built ?? id;
}
