import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  chromium,
  type BrowserContext,
  type CDPSession,
  type Frame,
  type Page,
  type Worker,
} from 'playwright-core';
import { findBrowser, type Found } from '../../scripts/browser/find.ts';

export interface LaunchOptions {
  /** The built extension, for example `.output/chrome-mv3-local`; null for the same browser without it. */
  readonly dir: string | null;
  /** Kept afterwards when given; else a temporary profile that goes with `close()`. */
  readonly userDataDir?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Language of browser and extension, for example 'ko'. */
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Null lets the window decide. 1280 × 800 when left out. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly deviceScaleFactor?: number;
  /** Keeps pages that were left, as browsers do and test drivers do not: going back wakes the old document. */
  readonly pageCache?: boolean;
  /** Shows a window. Without it the browser runs headless, extensions included. */
  readonly headed?: boolean;
  /** The browser to use; the one `findBrowser` finds when left out. */
  readonly browser?: Found;
  /**
   * Match patterns to grant before the test begins, as the user's click would. The prompt cannot be answered
   * headless, so the grant is written into the profile between two starts.
   */
  readonly grant?: readonly string[];
}

export interface Launched {
  readonly context: BrowserContext;
  /** Empty when launched without an extension. */
  readonly extensionId: string;
  /** The running background; wakes it when it sleeps. */
  background(): Promise<Worker>;
  /** The panel's frame in a page, once it is there and shows something. */
  openPanelFrame(page: Page, timeoutMs?: number): Promise<Frame>;
  /** Ends the background as the browser does after 30 idle seconds; answers when it is gone. */
  killWorker(): Promise<void>;
  /** A session on the browser itself. */
  browserSession(): Promise<CDPSession>;
  close(): Promise<void>;
  /** Ends the browser as a power cut does: nothing of it is asked, nothing of it runs any more. The profile stays. */
  kill(): Promise<void>;
}

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function start(options: LaunchOptions, browser: Found, profile: string): Promise<BrowserContext> {
  const dir = options.dir === null ? null : resolve(options.dir);
  const args = [...QUIET, ...(options.args ?? [])];
  if (options.headed !== true) args.push('--headless=new');
  // As root, in containers, Chromium's sandbox cannot start.
  if (process.platform === 'linux' && process.getuid?.() === 0) args.push('--no-sandbox');
  if (dir !== null && browser.loads === 'switch') {
    args.push(`--disable-extensions-except=${dir}`, `--load-extension=${dir}`);
  }
  if (dir !== null && browser.loads === 'pipe') args.push('--enable-unsafe-extension-debugging');
  if (options.locale !== undefined) args.push(`--lang=${options.locale}`, `--accept-lang=${options.locale}`);
  const language = options.locale?.replace('-', '_');
  return chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    // Playwright's own headless mode is another program that loads no extensions.
    headless: false,
    args,
    ignoreDefaultArgs: [
      ...(browser.loads === 'pipe' ? ['--disable-extensions'] : []),
      ...(options.pageCache === true ? ['--disable-back-forward-cache'] : []),
    ],
    env: {
      ...(process.env as Record<string, string>),
      ...(language === undefined ? {} : { LANGUAGE: language }),
      ...options.env,
    },
    colorScheme: options.colorScheme ?? null,
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    ...(options.deviceScaleFactor === undefined || options.viewport === null
      ? {}
      : { deviceScaleFactor: options.deviceScaleFactor }),
  });
}

async function browserSessionOf(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('the browser is gone');
  return browser.newBrowserCDPSession();
}

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

async function workerTargets(session: CDPSession, extensionId: string): Promise<TargetInfo[]> {
  const { targetInfos } = (await session.send('Target.getTargets')) as { targetInfos: TargetInfo[] };
  const start = `chrome-extension://${extensionId}/`;
  return targetInfos.filter(({ type, url }) => type === 'service_worker' && url.startsWith(start));
}

async function installed(context: BrowserContext, dir: string, loads: Found['loads']): Promise<string> {
  if (loads === 'pipe') {
    const session = await browserSessionOf(context);
    // A domain that Playwright's types do not list.
    const send = session.send.bind(session) as (method: string, params: object) => Promise<unknown>;
    const { id } = (await send('Extensions.loadUnpacked', { path: resolve(dir) })) as { id: string };
    await session.detach();
    return id;
  }
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  return new URL(worker.url()).host;
}

/**
 * Grants hosts in a profile whose browser is closed (facts: the only way without the prompt). The file's shape is
 * Chromium's own and not documented: `permissions.getAll()` in the test shows whether it worked.
 */
export async function grantInProfile(
  profile: string,
  extensionId: string,
  hosts: readonly string[],
): Promise<void> {
  const path = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(path, 'utf8')) as {
    extensions?: { settings?: Record<string, Record<string, { explicit_host?: string[] }>> };
  };
  const entry = preferences.extensions?.settings?.[extensionId];
  if (entry === undefined) throw new Error(`the profile does not know the extension ${extensionId}`);
  for (const kind of ['granted_permissions', 'active_permissions', 'runtime_granted_permissions']) {
    const permissions = (entry[kind] ??= {});
    permissions.explicit_host = [...new Set([...(permissions.explicit_host ?? []), ...hosts])];
  }
  await writeFile(path, JSON.stringify(preferences));
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

async function poll<T>(what: string, timeoutMs: number, look: () => Promise<T | null>): Promise<T> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() > until) throw new Error(`${what}: not within ${timeoutMs} ms`);
    await pause(50);
  }
}

/** Wakes a sleeping background through the browser's protocol, so that no page of ours has to be opened. */
async function wake(context: BrowserContext, extensionId: string): Promise<void> {
  const page = await context.newPage();
  try {
    const scopeURL = `chrome-extension://${extensionId}/`;
    await page.goto(`${scopeURL}icon/16.png`);
    const session = await context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL });
  } finally {
    await page.close();
  }
}

/**
 * Starts Chromium with the built extension.
 * Throws when no browser is found: the test command brings one before the tests begin.
 */
export async function launchWithExtension(options: LaunchOptions): Promise<Launched> {
  const browser = options.browser ?? findBrowser();
  if (browser === null)
    throw new Error('no browser found: run `npm test`, which brings one, or set TOUCHLINE_BROWSER');
  const { dir } = options;
  const profile = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'touchline-profile-')));

  let context = await start(options, browser, profile);
  let extensionId = dir === null ? '' : await installed(context, dir, browser.loads);
  if (options.grant !== undefined && dir !== null) {
    await context.close();
    await grantInProfile(profile, extensionId, options.grant);
    context = await start(options, browser, profile);
    extensionId = await installed(context, dir, browser.loads);
  }

  async function isRunning(): Promise<boolean> {
    const session = await browserSessionOf(context);
    const targets = await workerTargets(session, extensionId);
    await session.detach();
    return targets.length > 0;
  }

  /** Playwright keeps one handle through all deaths: it hangs while the worker is down and works again after. */
  async function background(): Promise<Worker> {
    if (!(await isRunning())) await wake(context, extensionId);
    return poll('the background did not wake', 10_000, async () => {
      if (!(await isRunning())) return null;
      return context.serviceWorkers().find((worker) => new URL(worker.url()).host === extensionId) ?? null;
    });
  }

  async function killWorker(): Promise<void> {
    const worker = await background();
    await worker.evaluate(() => {
      (globalThis as { beforeKill?: boolean }).beforeKill = true;
    });
    const session = await browserSessionOf(context);
    for (const { targetId } of await workerTargets(session, extensionId)) {
      await session.send('Target.closeTarget', { targetId });
    }
    await session.detach();
    // An open page may call it back to life at once: then a fresh one without the mark is the proof.
    await poll('the background did not end', 10_000, async () => {
      if (!(await isRunning())) return true;
      const marked = worker.evaluate(() => (globalThis as { beforeKill?: boolean }).beforeKill === true);
      const fresh = marked.then((old) => !old).catch(() => false);
      return (await Promise.race([fresh, pause(500).then(() => false)])) ? true : null;
    });
  }

  async function openPanelFrame(page: Page, timeoutMs = 15_000): Promise<Frame> {
    // The host is not the extension's id: the page is framed under an address made up for each session.
    const isPanel = (frame: Frame) => /^chrome-extension:\/\/[^/]+\/sidepanel\.html/.test(frame.url());
    return poll('the panel did not open', timeoutMs, async () => {
      const frame = page.frames().find((each) => isPanel(each) && !each.isDetached()) ?? null;
      if (frame === null) return null;
      const text = await frame.evaluate(() => document.body.innerText).catch(() => '');
      return text.trim() === '' ? null : frame;
    });
  }

  async function kill(): Promise<void> {
    const session = await browserSessionOf(context);
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const own = processInfo.find(({ type }) => type === 'browser');
    if (own === undefined) throw new Error('the browser does not name its process');
    const gone = context.waitForEvent('close');
    process.kill(own.id, 'SIGKILL');
    await gone;
  }

  async function close(): Promise<void> {
    await context.close();
    if (options.userDataDir === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }

  return {
    context,
    extensionId,
    background,
    openPanelFrame,
    killWorker,
    browserSession: () => browserSessionOf(context),
    close,
    kill,
  };
}
