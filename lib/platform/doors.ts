import { browser } from 'wxt/browser';
import type { CrmKind } from '@/lib/domain/record';
import { giveBack, hasOrigin } from './permissions';
import { siteOf } from './site';
import { inject, tabs } from './tabs';

interface Wanted {
  readonly kind: CrmKind;
  readonly base: string;
}

const LOAD_MS = 20_000;

function fileOf(kind: CrmKind): string {
  return `content-scripts/${kind}.js`;
}

/**
 * Makes the registered content scripts equal to what is wanted and puts them into open tabs that have none.
 * A restart or an update forgets registrations, and the browser never injects into tabs already open.
 */
async function keep(wanted: readonly Wanted[]): Promise<void> {
  const byKind = Map.groupBy(wanted, (one) => one.kind);
  const scripts = [...byKind].map(([kind, of]) => ({
    id: kind,
    js: [fileOf(kind)],
    matches: [...new Set(of.flatMap((one) => siteOf(one.base)?.pattern ?? []))],
    runAt: 'document_idle' as const,
  }));
  const known = await browser.scripting.getRegisteredContentScripts();
  const old = known.map((script) => script.id).filter((id) => !scripts.some((script) => script.id === id));
  if (old.length > 0) await browser.scripting.unregisterContentScripts({ ids: old });
  for (const script of scripts) {
    if (known.some((one) => one.id === script.id)) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([script]);
  }
  for (const { kind, base } of wanted) {
    for (const { id } of await tabs.under(base)) {
      if (!(await tabs.exists(id))) await inject(id, fileOf(kind));
    }
  }
}

async function visit(address: string): Promise<number | null> {
  const tab = await browser.tabs.create({ url: address, active: false });
  if (tab.id === undefined) return null;
  for (let waited = 0; waited < LOAD_MS; waited += 250) {
    if ((await browser.tabs.get(tab.id)).status === 'complete') return tab.id;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return null;
}

export const doors = {
  siteOf,
  granted: hasOrigin,
  keep,
  release: giveBack,
  visit,
  detect: (tabId: number) => inject(tabId, 'detect.js'),
};
