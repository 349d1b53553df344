import 'fake-indexeddb/auto';
import { ulid } from 'ulid';
import type { ApiAdapter, Reach } from '@/lib/adapters/contract';
import type { CarrierOperation } from '@/lib/domain/carrier';
import { openStore } from '@/lib/db/open';
import { siteOf } from '@/lib/platform/site';
import type { World } from '@/lib/services/world';

export interface TestWorld {
  readonly world: World;
  /** Moves the clock. */
  setNow(at: number): void;
  /** Tabs that are open, by id; without one the outbox waits. */
  readonly openTabs: Map<number, string>;
  /** What was sent to a tab and what came back, in order. */
  readonly carried: { operation: CarrierOperation; answer: unknown }[];
  readonly changes: string[][];
  /** What a tab answers when it is asked which CRM it is. */
  readonly detected: Map<number, unknown>;
  /** The origins whose pages may be read; a click grants one. Null: all of them. */
  granted: Set<string> | null;
  /** What the browser was made to do: scripts registered now, tabs told to take the panel out, permissions given back. */
  readonly browser: {
    scripts: readonly { kind: string; base: string }[];
    readonly left: number[];
    readonly released: string[];
  };
  /** Runs before each carried operation; throwing is a tab that dies. */
  beforeCarry: (operation: CarrierOperation) => void;
}

let databases = 0;

/** The services' world on a real Dexie over fake-indexeddb; carriers really call the given API. */
export async function testWorld(options: {
  readonly now: number;
  readonly zone?: string;
  readonly api?: ApiAdapter;
  readonly reach?: Reach;
  readonly managed?: unknown;
  readonly name?: string;
}): Promise<TestWorld> {
  let now = options.now;
  const clock = { now: () => now, zone: () => options.zone ?? 'America/New_York' };
  const ids = { next: () => ulid() };
  const opened = await openStore({ name: options.name ?? `test-${(databases += 1)}`, clock, ids });
  if (opened.kind !== 'ready') throw new Error(`the store did not open: ${opened.kind}`);
  const session = new Map<string, unknown>();
  const openTabs = new Map<number, string>();
  const carried: TestWorld['carried'] = [];
  const changes: string[][] = [];
  let busy: Promise<void> = Promise.resolve();
  const made: TestWorld = {
    ...{ openTabs, carried, changes, detected: new Map(), granted: null },
    browser: { scripts: [], left: [], released: [] },
    setNow: (at) => (now = at),
    beforeCarry: () => undefined,
    world: {
      ...{ clock, ids, store: opened.store },
      secret: () => ulid() + ulid(),
      session: {
        get: (name) => Promise.resolve(session.get(name)),
        put: (name, value) => Promise.resolve(void session.set(name, structuredClone(value))),
        drop: (name) => Promise.resolve(void session.delete(name)),
        all: (prefix) =>
          Promise.resolve(Object.fromEntries([...session].filter(([name]) => name.startsWith(prefix)))),
      },
      browserLanguage: 'en',
      holidays: () => Promise.resolve(null),
      managed: () => Promise.resolve(options.managed ?? null),
      tabs: {
        async carry(_tabId, _at, operation, args) {
          try {
            made.beforeCarry(operation);
          } catch {
            return null;
          }
          if (!options.api || !options.reach) return null;
          const run = options.api[operation] as (
            reach: Reach,
            ...args: readonly unknown[]
          ) => Promise<unknown>;
          const answer = await run(options.reach, ...args);
          carried.push({ operation, answer });
          return answer;
        },
        look: () => Promise.resolve(),
        under: (base) =>
          Promise.resolve(
            [...openTabs]
              .filter(([, url]) => url === base || url.startsWith(`${base}/`))
              .map(([id, url]) => ({ id, url })),
          ),
        exists: (id) => Promise.resolve(openTabs.has(id)),
        leave: (id) => Promise.resolve(void made.browser.left.push(id)),
      },
      doors: {
        siteOf,
        granted: (base) => Promise.resolve(made.granted?.has(new URL(base).origin) ?? true),
        keep: (wanted) => Promise.resolve(void (made.browser.scripts = wanted)),
        release: (pattern) => Promise.resolve(void made.browser.released.push(pattern)),
        detect: (id) => Promise.resolve(made.detected.get(id) ?? null),
        visit: () => Promise.resolve(null),
      },
      changed: (topics) => void changes.push([...topics]),
      alone: (_name, run) => (busy = busy.then(run, run)),
      wakeAt: () => undefined,
    },
  };
  return made;
}
