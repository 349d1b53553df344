import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startPracticeCrm, type PracticeCrm } from '../../tests/practice-crm/server.ts';
import { launchWithExtension, type Launched } from '../../tests/support/browser.ts';
import type { Found } from '../browser/find.ts';
import { needBrowser } from '../browser/need.ts';
import { build } from '../build/build.ts';
import { ROOT } from '../support/run.ts';
import { runMain, say, Stop } from '../support/say.ts';
import { openPanel, playScene } from './scene.ts';
import { practiceSettings } from './settings.ts';

/** What a start keeps between two starts: the seeded copy of the build and the browser's profile. Not committed. */
const KEPT = join(ROOT, '.cache', 'start');
const PORT = 4400;

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return (process.env.DISPLAY ?? '') !== '' || (process.env.WAYLAND_DISPLAY ?? '') !== '';
}

async function serve(port: number): Promise<PracticeCrm> {
  try {
    return await startPracticeCrm({ now: new Date(), port });
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw problem;
    throw new Stop(
      `Port ${port} is taken, perhaps by another start of Touchline. Close it, or choose another: npm start -- --port ${port + 1}`,
    );
  }
}

/** A copy of the local build with the settings file beside it, which the local build reads when it starts. */
async function seed(built: string, crm: PracticeCrm, language: 'en' | 'ko' | 'browser'): Promise<string> {
  const dir = join(KEPT, 'extension');
  await rm(dir, { recursive: true, force: true });
  await mkdir(KEPT, { recursive: true });
  await cp(built, dir, { recursive: true });
  await writeFile(join(dir, 'seed.json'), `${JSON.stringify(practiceSettings(crm, language), null, 2)}\n`);
  return dir;
}

function byHand(browser: Found, dir: string, crm: PracticeCrm): string {
  return [
    `${browser.name} did not load the extension by itself. In the window that is open, or any Chrome:`,
    '  1. open chrome://extensions and switch on "Developer mode" at the top right;',
    '  2. click "Load unpacked" and choose this folder:',
    `     ${dir}`,
    `Then open a deal: ${crm.recordUrl(crm.state.known.deal)}`,
  ].join('\n');
}

async function launch(
  browser: Found,
  dir: string,
  headed: boolean,
  profile: string | null,
): Promise<Launched> {
  return launchWithExtension({
    ...{ dir, browser, headed },
    ...(profile === null ? {} : { userDataDir: profile }),
    ...(headed ? { viewport: null } : {}),
  });
}

/** The browser's first, empty tab. */
async function firstPage({ context }: Launched): Promise<Page> {
  return context.pages()[0] ?? (await context.newPage());
}

/** With a window: opens a deal with the panel beside it and stays until the window is closed or Ctrl-C. */
async function stay(browser: Found, dir: string, crm: PracticeCrm): Promise<number> {
  const ended = new Promise<void>((done) => process.once('SIGINT', done).once('SIGTERM', done));
  let started: Launched;
  try {
    started = await launch(browser, dir, true, join(KEPT, 'profile'));
  } catch (problem) {
    if (browser.loads === 'switch') throw problem;
    say(byHand(browser, dir, crm));
    await ended;
    return 0;
  }
  const page = await firstPage(started);
  await page.goto(crm.recordUrl(crm.state.known.deal));
  await openPanel(started, page);
  say(`\nA deal is open with Touchline beside it: ${crm.recordUrl(crm.state.known.deal)}`);
  say('The panel folds and unfolds with Alt+Shift+L. Close the window, or press Ctrl-C here, to end.');
  const closed = new Promise<void>((done) => started.context.once('close', () => done()));
  await Promise.race([closed, ended]);
  await started.close().catch(() => undefined);
  return 0;
}

/** Without a window: plays one scene and leaves its pictures. */
async function show(browser: Found, dir: string, crm: PracticeCrm, shots: string): Promise<number> {
  await mkdir(shots, { recursive: true });
  const started = await launch(browser, dir, false, null);
  try {
    await playScene({ started, crm, shots, say });
  } finally {
    await started.close();
  }
  say(`\nThe pictures are in ${relative(process.cwd(), shots) || shots}.`);
  return 0;
}

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      headless: { type: 'boolean', default: false },
      shots: { type: 'string', default: join('shots', 'start') },
      port: { type: 'string' },
      language: { type: 'string', default: 'browser' },
      fresh: { type: 'boolean', default: false },
    },
  });
  const { language } = values;
  if (language !== 'en' && language !== 'ko' && language !== 'browser') {
    throw new Stop('--language is en, ko or browser.');
  }
  const headless = values.headless || !hasDisplay();
  if (headless && !values.headless) say('No display here, so the browser runs without a window.');

  say('1/4 Looking for a browser.');
  const browser = await needBrowser();
  say(`    ${browser.name}: ${browser.path}`);
  say('2/4 Building the extension.');
  const built = await build('local');
  say('3/4 Starting the practice CRM.');
  // With a window the port stays the same from start to start, so that what was logged is still its own.
  const crm = await serve(values.port === undefined ? (headless ? 0 : PORT) : Number(values.port));
  try {
    say(`    ${crm.url}`);
    const dir = await seed(built, crm, language);
    if (values.fresh) await rm(join(KEPT, 'profile'), { recursive: true, force: true });
    say(`4/4 Opening a deal${headless ? ' and working on it' : ''}.`);
    return headless ? await show(browser, dir, crm, resolve(values.shots)) : await stay(browser, dir, crm);
  } finally {
    await crm.close();
  }
});
