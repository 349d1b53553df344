import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Language } from '../../lib/domain/settings.ts';
import { launchWithExtension } from '../../tests/support/browser.ts';
import { setScene, type Scene } from '../../tests/support/scene.ts';
import { BROWSER_VARIABLE } from '../browser/find.ts';
import { needBrowser } from '../browser/need.ts';
import { build } from '../build/build.ts';
import { runMain, say, Stop } from '../support/say.ts';
import { PANEL_STATES } from './panel.ts';

/** Leaves the frame exactly 360 × 560: the shell keeps 12 px free above and below. */
const PANEL_VIEWPORT = { width: 1280, height: 584 };
const PAGE_VIEWPORT = { width: 1280, height: 800 };
const PAGES = ['dashboard', 'options'] as const;

interface Look {
  readonly language: Language;
  readonly scheme: 'light' | 'dark';
}

const LOOKS: readonly Look[] = (['en', 'ko'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => ({ language, scheme })),
);

/** The picture of one frame of a page; fonts and the state's transitions have come to rest. */
async function shootFrame(page: Page, frame: Frame, path: string): Promise<void> {
  await frame.evaluate(() => document.fonts.ready.then(() => undefined));
  const box = await (await frame.frameElement()).boundingBox();
  if (box === null) throw new Error(`nothing to see for ${path}`);
  await page.screenshot({ path, clip: box, animations: 'disabled' });
}

async function shootPanel(scene: Scene, look: Look, folder: string): Promise<string[]> {
  const missed: string[] = [];
  const page = await scene.browser.context.newPage();
  await page.setViewportSize(PANEL_VIEWPORT);
  for (const { name, show } of PANEL_STATES) {
    const file = (more: string) => join(folder, `panel-${name}${more}-${look.language}-${look.scheme}.png`);
    try {
      const panel = await show({ scene, page, language: look.language });
      await shootFrame(page, panel, file(''));
      // Twice the text, as the browser's own text size does it: the root's font size.
      await panel.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await shootFrame(page, panel, file('-200'));
    } catch (problem) {
      missed.push(`panel-${name}-${look.language}-${look.scheme}: ${String(problem).split('\n')[0]}`);
    }
  }
  await page.close();
  return missed;
}

/** Each section of a page of ours, found by its own navigation, so that a new one is pictured by itself. */
async function shootPages(scene: Scene, look: Look, folder: string): Promise<string[]> {
  const missed: string[] = [];
  const page = await scene.browser.context.newPage();
  await page.setViewportSize(PAGE_VIEWPORT);
  for (const name of PAGES) {
    const address = `chrome-extension://${scene.browser.extensionId}/${name}.html`;
    try {
      await page.goto(address);
      const links = page.getByRole('navigation').first().getByRole('link');
      await links.first().waitFor();
      const routes = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).hash));
      for (const route of routes) {
        await page.goto(`${address}${route}`);
        await page.waitForTimeout(600);
        const file = `${name}-${route.slice(1)}-${look.language}-${look.scheme}.png`;
        await page.screenshot({ path: join(folder, file), animations: 'disabled' });
      }
    } catch (problem) {
      missed.push(`${name}-${look.language}-${look.scheme}: ${String(problem).split('\n')[0]}`);
    }
  }
  await page.close();
  return missed;
}

/** What somebody sees who has just installed it: no settings file, nothing set up. */
async function shootFirstRun(dir: string, look: Look, folder: string): Promise<void> {
  const browser = await launchWithExtension({ dir, colorScheme: look.scheme, locale: look.language });
  try {
    const page = await browser.context.newPage();
    await page.setViewportSize(PAGE_VIEWPORT);
    await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
    await page.getByRole('heading').first().waitFor();
    await page.waitForTimeout(600);
    const file = `first-run-${look.language}-${look.scheme}.png`;
    await page.screenshot({ path: join(folder, file), animations: 'disabled' });
  } finally {
    await browser.close();
  }
}

await runMain(async () => {
  const [given] = process.argv.slice(2);
  if (given === undefined) throw new Stop('Where to? npm run shots -- FOLDER');
  const folder = resolve(given);
  await mkdir(folder, { recursive: true });
  const browser = await needBrowser('switch');
  process.env[BROWSER_VARIABLE] = browser.path;
  const dir = await build('local');

  const missed: string[] = [];
  for (const look of LOOKS) {
    const scene = await setScene({
      crm: { options: { dark: look.scheme === 'dark' } },
      seed: { language: look.language, role: 'ae', appearance: look.scheme },
      browser: { colorScheme: look.scheme, locale: look.language },
    });
    try {
      missed.push(...(await shootPanel(scene, look, folder)), ...(await shootPages(scene, look, folder)));
    } finally {
      await scene.close();
    }
    await shootFirstRun(dir, look, folder);
    say(`${look.language} ${look.scheme}: done.`);
  }
  for (const each of missed) say(`missed ${each}`);
  say(`The pictures are in ${folder}.`);
  return missed.length === 0 ? 0 : 1;
});
