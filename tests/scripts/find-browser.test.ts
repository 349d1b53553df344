import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine } from '@/scripts/browser/find.ts';

function machine(platform: NodeJS.Platform, files: readonly string[], env: Machine['env'] = {}): Machine {
  return {
    platform,
    home: '/home/kim',
    env: { PATH: '/usr/bin', ...env },
    exists: (path) => files.includes(path),
    list: (folder) => [
      ...new Set(
        files
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''),
      ),
    ],
  };
}

describe('finding a browser', () => {
  it('takes the one that is named, and no other when it is not there', () => {
    const named = { TOUCHLINE_BROWSER: '/opt/mine/chrome' };
    expect(findBrowser(machine('linux', ['/opt/mine/chrome', '/usr/bin/chromium'], named))?.path).toBe(
      '/opt/mine/chrome',
    );
    expect(() => findBrowser(machine('linux', ['/usr/bin/chromium'], named))).toThrow('/opt/mine/chrome');
  });

  it('prefers a browser that loads extensions by a switch to branded Chrome', () => {
    const files = ['/usr/bin/google-chrome', '/usr/bin/microsoft-edge'];
    expect(findBrowser(machine('linux', files))).toEqual({
      name: 'Microsoft Edge',
      path: '/usr/bin/microsoft-edge',
      loads: 'switch',
    });
  });

  it('says of branded Chrome that it needs the pipe, named or found', () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machine('darwin', [mac]))?.loads).toBe('pipe');
    expect(findBrowser(machine('darwin', [mac], { TOUCHLINE_BROWSER: mac }))?.loads).toBe('pipe');
    expect(findBrowser(machine('linux', ['/usr/bin/google-chrome']))?.loads).toBe('pipe');
  });

  it('finds the newest Chrome for Testing in the download folder', () => {
    const cache = '/home/kim/.cache/ms-playwright';
    const found = findBrowser(
      machine('linux', [
        `${cache}/chromium-999/chrome-linux/chrome`,
        `${cache}/chromium-1255/chrome-linux64/chrome`,
        `${cache}/chromium_headless_shell-1300/chrome-linux/chrome`,
      ]),
    );
    expect(found).toEqual({
      name: 'Chrome for Testing',
      path: `${cache}/chromium-1255/chrome-linux64/chrome`,
      loads: 'switch',
    });
  });

  it('takes Chrome for Testing on a Mac for what it is', () => {
    const path = '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
    expect(findBrowser(machine('darwin', [path]))?.loads).toBe('switch');
    expect(findBrowser(machine('darwin', [path], { TOUCHLINE_BROWSER: path }))?.loads).toBe('switch');
  });

  it('answers null where there is none', () => {
    expect(findBrowser(machine('linux', []))).toBeNull();
  });
});
