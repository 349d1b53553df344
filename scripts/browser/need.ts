import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, runNode } from '../support/run.ts';
import { say, Stop } from '../support/say.ts';
import { BROWSER_VARIABLE, findBrowser, type Found } from './find.ts';

/** Debian itself: on Ubuntu the package of that name only fetches a snap, which containers cannot run. */
function isDebianRoot(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release'))
    return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function tryApt(): Promise<void> {
  say('No browser found. Installing Chromium with apt; this takes a minute or two.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
    env,
  });
}

async function tryDownload(): Promise<void> {
  say('No browser found. Downloading Chrome for Testing (about 170 MB).');
  await runNode(join(ROOT, 'node_modules/playwright-core/cli.js'), ['install', '--no-shell', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' },
  });
}

/** A browser named by hand that is not there is for the person at the terminal to put right. */
function look(): Found | null {
  try {
    return findBrowser();
  } catch (problem) {
    throw new Stop(problem instanceof Error ? problem.message : String(problem));
  }
}

/**
 * Finds a browser or brings one. Throws `Stop` with what to do when neither works.
 * @param accept `any` takes branded Chrome too; `switch` wants one that loads extensions by itself, for the tests.
 */
export async function needBrowser(accept: 'any' | 'switch' = 'any'): Promise<Found> {
  const take = (found: Found | null) =>
    found !== null && (accept === 'any' || found.loads === 'switch') ? found : null;
  const there = take(look());
  if (there !== null) return there;
  if (isDebianRoot()) {
    await tryApt();
    const installed = take(look());
    if (installed !== null) return installed;
  }
  await tryDownload();
  const loaded = take(look());
  if (loaded !== null) return loaded;
  throw new Stop(
    [
      'Touchline needs a browser that can load an unpacked extension, and none was found or could be downloaded.',
      'Any of these will do:',
      '  - install Chromium or Microsoft Edge, then run this command again;',
      `  - set ${BROWSER_VARIABLE} to the path of a Chromium, Chrome for Testing or Edge program;`,
      '  - by hand, in the Chrome you have: open chrome://extensions, switch on "Developer mode", click',
      '    "Load unpacked" and choose the folder .output/chrome-mv3-local.',
    ].join('\n'),
  );
}
