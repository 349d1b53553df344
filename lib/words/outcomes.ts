import type { Outcome } from '../domain/outcome.ts';
import type { Language } from '../domain/settings.ts';
import { sayIf } from './say.ts';

/** The built-in words of an outcome; its id when a team's own outcome came without words. */
export function outcomeWords(language: Language, id: string): string {
  return sayIf(language, `calls.outcome.${id}`) ?? id;
}

/** A team's own words for an outcome, or null. */
export function ownOutcomeWords(language: Language, outcomes: readonly Outcome[], id: string): string | null {
  return outcomes.find((one) => one.id === id)?.words?.[language] ?? null;
}

/** A team's own words first, then the built-in ones, then the id: an old entry may carry an outcome since removed. */
export function outcomeName(language: Language, outcomes: readonly Outcome[], id: string): string {
  return ownOutcomeWords(language, outcomes, id) ?? outcomeWords(language, id);
}
