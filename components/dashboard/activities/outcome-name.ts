import type { Outcome } from '@/lib/domain/outcome';
import type { Words } from '../../ui/language';

/** A team's own words first, then the built-in ones, then the id: an old entry may carry an outcome since removed. */
export function outcomeName(words: Words, outcomes: readonly Outcome[], id: string): string {
  const own = outcomes.find((outcome) => outcome.id === id)?.words;
  return own?.[words.language] ?? words.maybe(`calls.outcome.${id}`) ?? id;
}
