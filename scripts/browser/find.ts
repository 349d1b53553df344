import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * A browser that can run the extension.
 * `loads` says how an unpacked extension gets in: by a command-line switch, or, because branded Chrome ignores
 * that switch since version 137, over the debugging pipe.
 */
export interface Found {
  readonly name: string;
  readonly path: string;
  readonly loads: 'switch' | 'pipe';
}

/** What the finder asks of the machine; an argument so that the three systems can be tested on one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  exists(path: string): boolean;
  /** Names in a folder; empty when it is not there. */
  list(folder: string): readonly string[];
}

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    home: homedir(),
    env: process.env,
    exists: existsSync,
    list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  };
}

type Candidate = Omit<Found, 'path'> & { readonly paths: readonly string[] };

/** Folders named `prefix<number>`, the highest number first. */
function newestFolders(machine: Machine, folder: string, prefix: RegExp): string[] {
  const version = (name: string) => Number.parseInt(name.replace(/\D+/, ''), 10) || 0;
  return machine
    .list(folder)
    .filter((name) => prefix.test(name))
    .sort((a, b) => version(b) - version(a))
    .map((name) => join(folder, name));
}

/** Chrome for Testing and Chromium as browser-test tools keep them in their download folders. */
function downloaded(machine: Machine): string[] {
  const caches = {
    linux: join(machine.env.XDG_CACHE_HOME ?? join(machine.home, '.cache'), 'ms-playwright'),
    darwin: join(machine.home, 'Library/Caches/ms-playwright'),
    win32: join(machine.env.LOCALAPPDATA ?? join(machine.home, 'AppData/Local'), 'ms-playwright'),
  };
  const usual = caches[machine.platform as keyof typeof caches] ?? caches.linux;
  const chosen = machine.env.PLAYWRIGHT_BROWSERS_PATH;
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ];
  const folders = [
    ...newestFolders(machine, chosen !== undefined && chosen !== '' ? chosen : usual, /^chromium-\d+$/),
    ...newestFolders(machine, join(machine.home, '.cache/puppeteer/chrome'), /-\d+/),
  ];
  return folders.flatMap((folder) => inside.map((path) => join(folder, path)));
}

function onPath(machine: Machine, names: readonly string[]): string[] {
  const folders = (machine.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function windowsFolders(machine: Machine): string[] {
  const { env } = machine;
  return [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(
    (folder) => folder !== undefined,
  );
}

function candidates(machine: Machine): Candidate[] {
  const apps = ['/Applications', join(machine.home, 'Applications')];
  const mac = (name: string) =>
    machine.platform === 'darwin'
      ? apps.map((folder) => join(folder, `${name}.app/Contents/MacOS/${name}`))
      : [];
  const windows = (path: string) =>
    machine.platform === 'win32' ? windowsFolders(machine).map((folder) => join(folder, path)) : [];
  const linux = (...names: string[]) => (machine.platform === 'linux' ? onPath(machine, names) : []);
  return [
    {
      name: 'Chromium',
      loads: 'switch',
      paths: [
        ...linux('chromium', 'chromium-browser'),
        ...mac('Chromium'),
        ...windows('Chromium/Application/chrome.exe'),
      ],
    },
    { name: 'Chrome for Testing', loads: 'switch', paths: downloaded(machine) },
    { name: 'Chrome for Testing', loads: 'switch', paths: mac('Google Chrome for Testing') },
    {
      name: 'Microsoft Edge',
      loads: 'switch',
      paths: [
        ...linux('microsoft-edge', 'microsoft-edge-stable'),
        ...mac('Microsoft Edge'),
        ...windows('Microsoft/Edge/Application/msedge.exe'),
      ],
    },
    {
      name: 'Google Chrome',
      loads: 'pipe',
      paths: [
        ...linux('google-chrome', 'google-chrome-stable'),
        ...mac('Google Chrome'),
        ...windows('Google/Chrome/Application/chrome.exe'),
      ],
    },
  ];
}

/** The variable that names a browser by hand. */
export const BROWSER_VARIABLE = 'TOUCHLINE_BROWSER';

/** Only branded Chrome says nothing else in its path than Google Chrome. */
function loadsOf(path: string): Found['loads'] {
  const branded = /google-chrome|Google Chrome(?! for Testing)|Google[\\/]Chrome[\\/]/;
  return branded.test(path) && !/for[ -]Testing/i.test(path) ? 'pipe' : 'switch';
}

/**
 * Finds a browser: the one named in TOUCHLINE_BROWSER, else Chromium, Chrome for Testing, Edge, Chrome, in this
 * order. Null when there is none. A named browser that is not there throws: guessing another would be worse.
 */
export function findBrowser(machine: Machine = thisMachine()): Found | null {
  const named = machine.env[BROWSER_VARIABLE];
  if (named !== undefined && named !== '') {
    if (!machine.exists(named))
      throw new Error(`${BROWSER_VARIABLE} names ${named}, and there is no such file.`);
    return { name: named, path: named, loads: loadsOf(named) };
  }
  for (const { name, loads, paths } of candidates(machine)) {
    const path = paths.find((each) => machine.exists(each));
    if (path !== undefined) return { name, path, loads };
  }
  return null;
}
