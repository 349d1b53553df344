import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticeCrm, type PracticeCrm, type StartOptions } from '../practice-crm/server.ts';
import { launchWithExtension, type Launched, type LaunchOptions } from './browser.ts';

const LOCAL_BUILD = '.output/chrome-mv3-local';

/** A copy of the local build with its settings file laid beside it, where the background finds it at its start. */
export async function seededBuild(seed: unknown): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'touchline-build-'));
  await cp(LOCAL_BUILD, dir, { recursive: true });
  await writeFile(join(dir, 'seed.json'), JSON.stringify(seed));
  return { dir, remove: () => rm(dir, { recursive: true, force: true, maxRetries: 5 }) };
}

/** The settings file of a rep at work: somebody, one CRM, three goals. */
export function repSeed(crm: { url: string; me: { id: string; name: string } }, more: object = {}) {
  return {
    touchline: 1,
    language: 'en',
    role: 'sdr',
    me: { name: crm.me.name },
    calendar: { country: 'US', zone: 'America/New_York' },
    crms: [
      {
        kind: 'salesforce',
        base: crm.url,
        label: 'Practice CRM',
        iAm: { remoteId: crm.me.id, name: crm.me.name },
      },
    ],
    goals: [
      { metric: 'dials', period: 'day', target: 60, headline: true },
      { metric: 'meetings-booked', period: 'week', target: 6 },
      { metric: 'revenue-won', period: 'quarter', target: 60_000_000, currency: 'USD', prorate: false },
    ],
    ...more,
  };
}

export interface Scene {
  readonly crm: PracticeCrm;
  /** The one that runs now: a restart brings another. */
  readonly browser: Launched;
  readonly dir: string;
  /** The same profile with a new browser and no page open, after a proper end or a power cut. */
  restart(how: 'closed' | 'killed', between?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Practice CRM, seeded local build and a browser with it. */
export async function setScene(
  options: {
    readonly crm?: Partial<StartOptions>;
    readonly seed?: object;
    /** CRMs beside the practice CRM, as the settings file names them. */
    readonly crms?: readonly object[];
    readonly browser?: Partial<LaunchOptions> | ((crm: PracticeCrm) => Promise<Partial<LaunchOptions>>);
  } = {},
): Promise<Scene> {
  const crm = await startPracticeCrm({ now: new Date(), ...options.crm });
  const { me } = crm.state.known;
  const seed = repSeed({ url: crm.url, me: { id: me, name: 'Alex Morgan' } }, options.seed);
  const build = await seededBuild({ ...seed, crms: [...seed.crms, ...(options.crms ?? [])] });
  const wanted = typeof options.browser === 'function' ? await options.browser(crm) : options.browser;
  const profile = wanted?.userDataDir ?? (await mkdtemp(join(tmpdir(), 'touchline-profile-')));
  const launch = () => launchWithExtension({ dir: build.dir, ...wanted, userDataDir: profile });
  let browser = await launch();
  await browser.background();
  return {
    ...{ crm, dir: build.dir },
    get browser() {
      return browser;
    },
    async restart(how, between) {
      await (how === 'killed' ? browser.kill() : browser.close());
      await between?.();
      browser = await launch();
      await browser.background();
    },
    async close() {
      await browser.close();
      await crm.close();
      await build.remove();
      if (wanted?.userDataDir === undefined)
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
