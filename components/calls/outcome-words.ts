import type { Outcome } from '@/lib/domain/outcome';
import { outcomeName, ownOutcomeWords } from '@/lib/words/outcomes';
import type { Words } from '../ui/language';

/** A team's own words, else ours; `past` reads inside a sentence ("last Fri, no answer"). */
export function outcomeText(
  words: Words,
  outcomes: readonly Outcome[],
  id: string,
  form: 'choice' | 'past' = 'choice',
): string {
  const { language } = words;
  if (form === 'choice') return outcomeName(language, outcomes, id);
  return ownOutcomeWords(language, outcomes, id) ?? words.maybe(`calls.past.${id}`) ?? id;
}
