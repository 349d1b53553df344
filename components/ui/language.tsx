import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { languageAmong, type Language } from '@/lib/domain/settings';
import type { Value, ValuesFor } from '@/lib/words/arguments';
import type { PatternOf, WordKey } from '@/lib/words/catalog';
import { say, sayIf } from '@/lib/words/say';

export interface Words {
  readonly language: Language;
  /** A message whose key is known to the compiler. */
  <K extends WordKey>(key: K, ...values: ValuesFor<PatternOf<K>>): string;
  /** A message whose key comes from data; null when there is none. */
  maybe(key: string, values?: Readonly<Record<string, Value>>): string | null;
}

const LanguageContext = createContext<Language>('en');

export function LanguageProvider(props: { readonly language: Language; readonly children: ReactNode }) {
  return <LanguageContext value={props.language}>{props.children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** `const words = useWords(); words('panel.save')` */
export function useWords(): Words {
  const language = useLanguage();
  return useMemo(() => wordsIn(language), [language]);
}

function wordsIn(language: Language): Words {
  function words<K extends WordKey>(key: K, ...values: ValuesFor<PatternOf<K>>): string {
    return say(language, key, ...values);
  }
  return Object.assign(words, {
    language,
    maybe: (key: string, values?: Readonly<Record<string, Value>>) => sayIf(language, key, values),
  });
}

/** What is shown before the settings are known. */
export function browserLanguage(): Language {
  return languageAmong(navigator.languages);
}
