import { ErrorCode, FormatError, IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/settings.ts';
import type { Value, ValuesFor } from './arguments.ts';
import { catalog, type PatternOf, type WordKey } from './catalog.ts';
import { withParticles } from './format/particle.ts';

const compiled = new Map<string, IntlMessageFormat>();

/**
 * One message in one language. Keys and the names of their values are checked by the compiler.
 * intl-messageformat interprets its patterns; it makes no functions from text and so runs under our CSP (tried).
 */
export function say<K extends WordKey>(
  language: Language,
  key: K,
  ...values: ValuesFor<PatternOf<K>>
): string {
  const pattern = patternFor(language, key);
  // Keys of the type are in the catalogue; the meta-test holds both languages complete.
  return format(language, key, pattern ?? key, values[0] ?? {});
}

/**
 * A message whose key is put together from data (a rule, a metric, an outcome); null when there is none, so that
 * the caller shows the data's own words instead of a key. Values that data forgot are no message either.
 */
export function sayIf(
  language: Language,
  key: string,
  values: Readonly<Record<string, Value>> = {},
): string | null {
  const pattern = patternFor(language, key);
  if (pattern === null) return null;
  try {
    return format(language, key, pattern, values);
  } catch (error) {
    if (error instanceof FormatError && error.code === ErrorCode.MISSING_VALUE) return null;
    throw error;
  }
}

function patternFor(language: Language, key: string): string | null {
  const dot = key.indexOf('.');
  const rooms: Readonly<Record<string, Readonly<Record<Language, Readonly<Record<string, string>>>>>> =
    catalog;
  const room = key.slice(0, dot);
  if (!Object.hasOwn(rooms, room)) return null;
  const words = rooms[room]![language];
  const name = key.slice(dot + 1);
  return Object.hasOwn(words, name) ? words[name]! : null;
}

function format(
  language: Language,
  key: string,
  pattern: string,
  values: Readonly<Record<string, Value>>,
): string {
  const id = `${language} ${key}`;
  let message = compiled.get(id);
  if (message === undefined) {
    message = new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true });
    compiled.set(id, message);
  }
  const text = String(message.format({ ...values }));
  return language === 'ko' ? withParticles(text) : text;
}
