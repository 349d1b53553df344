import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { openStore } from '@/lib/db/open';
import { failed, type Fault, type Result } from '@/lib/domain/result';
import { systemClock, systemIds } from '@/lib/platform/clock';
import { doors } from '@/lib/platform/doors';
import { listen } from '@/lib/platform/listen';
import { browserLanguage, holidayTable, managedSettings, onManagedSettings } from '@/lib/platform/shipped';
import { pageUrl } from '@/lib/platform/tab-side';
import { isDiskFull } from '@/lib/platform/room';
import { sessionStore } from '@/lib/platform/session-store';
import { tabs } from '@/lib/platform/tabs';
import { onWake, wakeAt } from '@/lib/platform/wake';
import { type Envelope, type Topic, TOPICS } from '@/lib/rpc/call';
import type { Handlers } from '@/lib/rpc/contract';
import { answer, isMessage, type Message } from '@/lib/rpc/server';
import { forgetOld } from '@/lib/services/data';
import { handlersOf } from '@/lib/services/handlers';
import { keepRunning } from '@/lib/services/keep-running';
import { flush } from '@/lib/services/outbox';
import { reconcile } from '@/lib/services/reconcile';
import { applySeed } from '@/lib/services/seed';
import type { World } from '@/lib/services/world';

/** Without a database: how long until it is tried again when nobody asks. */
const AGAIN_MS = 60_000;
/** In session memory: since the browser started, or since a write failed, the database has taken a fresh log. */
const LOG_IS_FRESH = 'log-is-fresh';

interface Running {
  readonly world: World;
  readonly handlers: Handlers;
  readonly changed: (topics: readonly Topic[]) => void;
  /** The browser has closed the database for good. */
  readonly lost: () => boolean;
  /** Called when the database answers that it is closed: was that the browser, and not a newer build? */
  readonly closed: () => boolean;
}
interface Stopped {
  readonly fault: Fault;
}

export default defineBackground(() => {
  // Listeners first and synchronously: an event that wakes the worker is lost to one registered after an await.
  const running = keepRunning(start, (one) => ('fault' in one ? one.fault.retry : one.lost()));
  listen((message, from) => (isMessage(message) ? running().then((one) => heard(one, message, from)) : null));
  const inWorld = async (run: (world: World) => Promise<void>) => {
    const one = await running();
    if (!('fault' in one)) await run(one.world);
  };
  onManagedSettings(() => void running().then((one) => ('fault' in one ? undefined : redeployed(one))));
  onWake(() => void inWorld(flush));
  browser.runtime.onInstalled.addListener((details) => {
    if (details.reason === 'install' && !__TOUCHLINE_LOCAL__)
      void browser.tabs.create({ url: pageUrl('options') });
  });
  browser.runtime.onStartup.addListener(() => undefined);
  for (const changed of [browser.permissions.onAdded, browser.permissions.onRemoved])
    changed.addListener(() => void inWorld(reconcile));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'toggle-panel' && tab?.id !== undefined) void tabs.tell(tab.id, { shell: 'toggle' });
  });
  // The toolbar button opens the browser's own side panel, which a page can neither cover nor see.
  void browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
});

/** The company's file has changed under a running browser: what it adds is laid down, and open pages ask again. */
async function redeployed({ world, changed }: Running): Promise<void> {
  await applySeed(world);
  await reconcile(world);
  changed(['settings', 'view', 'goals', 'crms']);
}

async function heard(
  one: Running | Stopped,
  message: Message,
  from: Envelope,
): Promise<Result<unknown, Fault>> {
  if ('fault' in one) return { ok: false, fault: await told(one.fault) };
  const result = await answer(one.handlers, message, from, one.changed);
  if (result.ok) return result;
  // Closed under this call by the browser, not by a newer build.
  const closed = result.fault.code === 'updated' && one.closed();
  const fault: Fault = closed ? { ...result.fault, code: 'storage-failed', retry: true } : result.fault;
  return { ok: false, fault: await told(fault) };
}

/** The browser does not say why its database gave way; a full disk is what a person can do something about. */
async function told(fault: Fault): Promise<Fault> {
  if (fault.code !== 'storage-failed' && fault.code !== 'storage-full') return fault;
  await sessionStore.drop(LOG_IS_FRESH);
  return (await isDiskFull()) ? { ...fault, code: 'storage-full' } : fault;
}

/** Nothing can be opened: it is tried again when somebody asks, and after a minute when nobody does. */
function stopped({ fault }: { readonly fault: Fault }): Stopped {
  if (fault.retry) wakeAt(systemClock.now() + AGAIN_MS, () => undefined);
  return { fault };
}

async function start(): Promise<Running | Stopped> {
  if (await isDiskFull())
    return stopped(failed('storage-full', 'too little room to open the database', true));
  let lost = false;
  let superseded = false;
  const opened = await openStore({
    ...{ name: 'touchline', clock: systemClock, ids: systemIds },
    freshLog: (await sessionStore.get(LOG_IS_FRESH)) !== true,
    onLost: lose,
    onSuperseded: () => (superseded = true),
  });
  function lose(): void {
    if (lost) return;
    lost = true;
    void sessionStore.drop(LOG_IS_FRESH);
    // What pages show may be of before: they ask again, and say what they hear.
    broadcast(TOPICS, -1);
  }
  if (opened.kind === 'too-new')
    return stopped(
      failed('too-new', `the data is of version ${opened.found}, this build knows ${opened.known}`),
    );
  if (opened.kind === 'failed') return stopped(opened);
  await sessionStore.put(LOG_IS_FRESH, true);
  const { store } = opened;

  function changed(topics: readonly string[]): void {
    store.revision().then(
      (revision) => broadcast(topics, revision),
      () => broadcast(topics, -1),
    );
  }
  /** What fails here is tried again at the next start. */
  function repaired(repair: (world: World) => Promise<void>): void {
    repair(world).catch((error: unknown) => console.error(error));
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
    wakeAt: (at) => wakeAt(at, () => repaired(flush)),
  };
  // A settings file that cannot be laid down, or a full disk, must not silence every call.
  await applySeed(world).catch((error: unknown) => console.error(error));
  // Not awaited: it waits for the scripts it puts into open tabs, and their first word waits for this start.
  for (const repair of [reconcile, flush, forgetOld]) repaired(repair);
  // Dexie may meet the closing before the browser tells of it, and then nobody is told: it tries to open again by itself.
  function closed(): boolean {
    if (!superseded) lose();
    return lost;
  }
  return {
    world,
    handlers: handlersOf(world),
    changed: changed as Running['changed'],
    lost: () => lost,
    closed,
  };
}

/** `revision` is -1 when it is not known. Nobody listening is the usual case, and no fault. */
function broadcast(topics: readonly string[], revision: number): void {
  browser.runtime.sendMessage({ changed: topics, revision }).catch(() => undefined);
}
