import { isOrphan } from '@/lib/platform/tab-side';

/** How soon a script left over from before an update takes its things out of the page. */
const LOOK_MS = 2000;

interface Ours {
  /** By script: on a host with two CRMs both scripts are in every page, and only one of them finds its own. */
  touchlineDoors?: Record<string, AbortController>;
  touchlineCarrier?: AbortController;
}

/** Takes everything of ours out of this page: its CRM was removed, or may not be read any more. */
export function leavePage(): void {
  const here = globalThis as Ours;
  here.touchlineCarrier?.abort();
  for (const door of Object.values(here.touchlineDoors ?? {})) door.abort();
}

/**
 * How long a content script lives: until another copy of it is put into the same page, the CRM is removed, or the
 * extension it came from was updated or removed. Stands in for WXT's context of the same name (wxt.config.ts), of which doors use the
 * signal alone: the whole of it is a seventh of what a CRM page may carry, and it speaks to the page's window.
 */
export class ContentScriptContext extends AbortController {
  constructor(script: string) {
    super();
    const here = globalThis as Ours;
    here.touchlineDoors ??= {};
    here.touchlineDoors[script]?.abort();
    here.touchlineDoors[script] = this;
    const timer = setInterval(() => {
      if (isOrphan()) this.abort();
    }, LOOK_MS);
    this.signal.addEventListener('abort', () => clearInterval(timer));
  }
}
