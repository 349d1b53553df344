import type { Language } from '../domain/settings.ts';
import { sayIf } from './say.ts';

/** The built-in words of an outcome; its id when a team's own outcome came without words. */
export function outcomeWords(language: Language, id: string): string {
  return sayIf(language, `calls.outcome.${id}`) ?? id;
}
