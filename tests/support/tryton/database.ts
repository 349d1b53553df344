import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PYTHON, WEB_CLIENT } from './packages.ts';

const run = promisify(execFile);
const SEED = fileURLToPath(new URL('./seed.py', import.meta.url));

export const DATABASE = 'crm';
/** Of both users, `admin` and `kim`; the servers listen on the loopback only and live for one test run. */
export const PASSWORD = 'harbour-line-42';

export interface SeededOpportunity {
  readonly id: number;
  readonly number: string;
  /** The title of the deal; Tryton has no other name for it. Empty string when nobody wrote one. */
  readonly description: string;
  readonly party: string | null;
  readonly partyId: number | null;
  /** Decimal text as Tryton keeps it ("48250.00"). */
  readonly amount: string | null;
  readonly currency: 'USD';
  /** Civil day, `YYYY-MM-DD`. */
  readonly endDate: string | null;
  readonly state: 'lead' | 'opportunity' | 'converted' | 'won' | 'lost' | 'cancelled';
  readonly employee: string;
  readonly employeeId: number;
}

export type SeedKey =
  | 'platform'
  | 'renewal'
  | 'korean'
  | 'awkward'
  | 'bare'
  | 'won'
  | 'lost'
  | 'converted'
  | 'others';

export interface Seed {
  readonly opportunities: Readonly<Record<SeedKey, SeededOpportunity>>;
  readonly employees: { readonly admin: number; readonly kim: number };
  readonly users: { readonly admin: number; readonly kim: number };
  readonly company: number;
}

/** Debian's python without anything of a virtual environment around us. */
export function pythonEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(PYTHON|PYENV|VIRTUAL_ENV|TRYTON)/.test(name),
  );
  return { ...Object.fromEntries(kept), PYTHONDONTWRITEBYTECODE: '1', ...extra };
}

export async function writeConfig(dir: string, listen: string): Promise<string> {
  const path = join(dir, 'trytond.conf');
  const text = `[web]
listen = ${listen}
root = ${WEB_CLIENT}
[database]
uri = sqlite://
path = ${join(dir, 'db')}
[session]
timeout = 864000
`;
  await writeFile(path, text);
  return path;
}

/**
 * Copies a prepared database into `dir/db` and answers what is in it. Preparing takes about 20 s and is done once
 * per Tryton version and seed; the result is kept under the system's temporary directory.
 */
export async function freshDatabase(
  dir: string,
  versions: string,
  log: (line: string) => void,
): Promise<Seed> {
  const seedText = await readFile(SEED, 'utf8');
  const key = createHash('sha256').update(`${versions}\n${PASSWORD}\n${seedText}`).digest('hex').slice(0, 16);
  const cache = join(tmpdir(), `touchline-tryton-${key}`);
  let seed = await readSeed(cache);
  if (seed === null) {
    log('Preparing a Tryton database (about 20 s, kept for the next run)');
    await prepare(cache);
    seed = await readSeed(cache);
    if (seed === null) throw new Error(`The prepared Tryton database in ${cache} is not readable`);
  }
  await cp(join(cache, 'db'), join(dir, 'db'), { recursive: true });
  return seed;
}

async function readSeed(cache: string): Promise<Seed | null> {
  const text = await readFile(join(cache, 'seed.json'), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Seed);
}

async function prepare(cache: string): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'touchline-tryton-making-'));
  try {
    await mkdir(join(dir, 'db'));
    await writeFile(join(dir, 'db', `${DATABASE}.sqlite`), '');
    await writeFile(join(dir, 'password'), PASSWORD);
    const config = await writeConfig(dir, '127.0.0.1:0');
    const python = (...args: string[]) =>
      run(PYTHON, args, {
        cwd: dir,
        timeout: 180_000,
        maxBuffer: 16 << 20,
        env: pythonEnvironment({ TRYTONPASSFILE: join(dir, 'password') }),
      });
    const admin = ['/usr/bin/trytond-admin', '-c', config, '-d', DATABASE];
    await python(...admin, '--all', '--email', 'admin@harbourline.example');
    await python(...admin, '-u', 'sale_opportunity', '--activate-dependencies');
    await python(SEED, config, DATABASE, PASSWORD, join(dir, 'seed.json'));
    // Renaming is atomic: another run never sees half a database. Who comes second keeps the first one's.
    await rename(dir, cache).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
