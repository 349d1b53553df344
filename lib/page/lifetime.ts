import { isOrphan } from '@/lib/platform/tab-side';

/** How soon a script left over from before an update takes its things out of the page. */
const LOOK_MS = 2000;

/**
 * How long a content script lives: until another copy of it is put into the same page, or the extension it came
 * from was updated or removed. Stands in for WXT's context of the same name (wxt.config.ts), of which doors use the
 * signal alone: the whole of it is a seventh of what a CRM page may carry, and it speaks to the page's window.
 */
export class ContentScriptContext extends AbortController {
  constructor() {
    super();
    const here = globalThis as { touchlineDoor?: AbortController };
    here.touchlineDoor?.abort();
    here.touchlineDoor = this;
    const timer = setInterval(() => {
      if (isOrphan()) this.abort();
    }, LOOK_MS);
    this.signal.addEventListener('abort', () => clearInterval(timer));
  }
}
