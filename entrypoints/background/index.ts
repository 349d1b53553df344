import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { openStore } from '@/lib/db/open';
import { failed } from '@/lib/domain/result';
import { systemClock, systemIds } from '@/lib/platform/clock';
import { doors } from '@/lib/platform/doors';
import { listen } from '@/lib/platform/listen';
import { browserLanguage, holidayTable, managedSettings, onManagedSettings } from '@/lib/platform/shipped';
import { pageUrl } from '@/lib/platform/tab-side';
import { sessionStore } from '@/lib/platform/session-store';
import { tabs } from '@/lib/platform/tabs';
import { onWake, wakeAt } from '@/lib/platform/wake';
import type { Topic } from '@/lib/rpc/call';
import { answer, isMessage } from '@/lib/rpc/server';
import { forgetOld } from '@/lib/services/data';
import { handlersOf } from '@/lib/services/handlers';
import { flush } from '@/lib/services/outbox';
import { reconcile } from '@/lib/services/reconcile';
import { applySeed } from '@/lib/services/seed';
import type { World } from '@/lib/services/world';

export default defineBackground(() => {
  // Listeners first and synchronously: an event that wakes the worker is lost to one registered after an await.
  const started = start();
  listen((message, from) => {
    if (!isMessage(message)) return null;
    return started.then((running) =>
      'fault' in running ? running.fault : answer(running.handlers, message, from, running.changed),
    );
  });
  onManagedSettings(
    () => void started.then((running) => ('fault' in running ? undefined : redeployed(running))),
  );
  onWake(() => void started.then((running) => ('fault' in running ? undefined : flush(running.world))));
  browser.runtime.onInstalled.addListener((details) => {
    if (details.reason === 'install' && !__TOUCHLINE_LOCAL__)
      void browser.tabs.create({ url: pageUrl('options') });
  });
  browser.runtime.onStartup.addListener(() => undefined);
  for (const changed of [browser.permissions.onAdded, browser.permissions.onRemoved])
    changed.addListener(
      () => void started.then((running) => ('fault' in running ? undefined : reconcile(running.world))),
    );
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'toggle-panel' && tab?.id !== undefined) void tabs.tell(tab.id, { shell: 'toggle' });
  });
  // The toolbar button opens the browser's own side panel, which a page can neither cover nor see.
  void browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
});

/** The company's file has changed under a running browser: what it adds is laid down, and open pages ask again. */
async function redeployed({ world, changed }: { world: World; changed: (topics: readonly Topic[]) => void }) {
  await applySeed(world);
  await reconcile(world);
  changed(['settings', 'view', 'goals', 'crms']);
}

async function start() {
  const opened = await openStore({ name: 'touchline', clock: systemClock, ids: systemIds });
  if (opened.kind === 'too-new')
    return {
      fault: failed('too-new', `the data is of version ${opened.found}, this build knows ${opened.known}`),
    };
  if (opened.kind === 'failed') return { fault: failed('bug', opened.message) };
  const { store } = opened;

  function changed(topics: readonly string[]): void {
    void store.revision().then((revision) =>
      // Nobody listening is the usual case, and no fault.
      browser.runtime.sendMessage({ changed: topics, revision }).catch(() => undefined),
    );
  }
  const world: World = {
    ...{ store, tabs, doors, changed, clock: systemClock, ids: systemIds, session: sessionStore },
    secret: () => crypto.randomUUID() + crypto.randomUUID(),
    browserLanguage: browserLanguage(),
    holidays: holidayTable,
    managed: managedSettings,
    alone: async (name, run) => {
      await navigator.locks.request(`touchline-${name}`, run);
    },
    wakeAt: (at) => wakeAt(at, () => void flush(world)),
  };
  // A settings file that cannot be laid down, or a full disk, must not silence every call.
  await applySeed(world).catch((error: unknown) => console.error(error));
  // Not awaited: it waits for the scripts it puts into open tabs, and their first word waits for this start.
  for (const repair of [reconcile, flush, forgetOld])
    void repair(world).catch((error: unknown) => console.error(error));
  return { world, handlers: handlersOf(world), changed: changed as (topics: readonly Topic[]) => void };
}
