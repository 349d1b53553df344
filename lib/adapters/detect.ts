import type { PageAdapter } from './contract';
import { openEye } from './engine';
import { PAGES } from './pages';

/** Which known CRM a page is, by what it shows; null when none knows it. The answer is parsed by the background. */
export function detectHere(url: URL, page: Document): unknown {
  for (const adapter of PAGES as readonly PageAdapter<string>[]) {
    const eye = openEye(page, adapter);
    const found = adapter.detect(url, eye);
    if (found)
      return {
        kind: adapter.kind,
        ...found,
        title: page.title.slice(0, 300),
        signedIn: adapter.whoami(url, eye),
      };
  }
  return null;
}
