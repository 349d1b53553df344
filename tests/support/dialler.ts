import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What takes the browser's phone links on a rep's machine; this one only keeps them. */
export interface Dialler {
  /** To start the browser with: its profile allows the links of one site, its PATH finds this dialler. */
  readonly profile: string;
  readonly env: Readonly<Record<string, string>>;
  /** The links that were handed over, oldest first. */
  taken(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/**
 * A dialler for one site, with the user's "always allow" given: the browser's question would stand over the page and
 * take the keys. Linux only, where the browser hands links to `xdg-open`; the preference is Chromium's own.
 */
export async function installDialler(origin: string): Promise<Dialler> {
  const home = await mkdtemp(join(tmpdir(), 'touchline-dialler-'));
  const kept = join(home, 'links');
  const command = join(home, 'xdg-open');
  const profile = join(home, 'profile');
  await writeFile(kept, '');
  await writeFile(command, `#!/bin/sh\necho "$1" >> '${kept}'\n`);
  await chmod(command, 0o755);
  await mkdir(join(profile, 'Default'), { recursive: true });
  const allowed = { protocol_handler: { allowed_origin_protocol_pairs: { [origin]: { tel: true } } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(allowed));
  return {
    profile,
    env: { PATH: `${home}${delimiter}${process.env['PATH'] ?? ''}` },
    taken: async () => (await readFile(kept, 'utf8')).split('\n').filter((line) => line !== ''),
    remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}
