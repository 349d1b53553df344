import { useEffect } from 'react';
import type { Language } from '@/lib/domain/settings';

/** Puts appearance and language on the document; "page" without a page follows the browser's own wish. */
export function useTheme(appearance: 'page' | 'light' | 'dark', language: Language): void {
  useEffect(() => {
    const root = document.documentElement;
    if (appearance === 'page') delete root.dataset.theme;
    else root.dataset.theme = appearance;
    root.lang = language;
  }, [appearance, language]);
}
