import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DATABASE, freshDatabase, PASSWORD, pythonEnvironment, type Seed, writeConfig } from './database.ts';
import { PYTHON, trytonPackages } from './packages.ts';

export type { Seed, SeedKey, SeededOpportunity } from './database.ts';

export interface Session {
  readonly login: string;
  readonly userId: number;
  readonly token: string;
  /** The value of Tryton 6's `Authorization` header. */
  readonly header: string;
}

export interface Tryton extends Seed {
  /** Base address with a slash at its end; the web client is there too (`<url>#crm/model/sale.opportunity/1`). */
  readonly url: string;
  readonly db: string;
  readonly user: string;
  readonly password: string;
  /** Calls Tryton as `admin` (Dana Ruiz). Throws an Error with Tryton's own words when it refuses. */
  rpc(method: string, params: readonly unknown[]): Promise<unknown>;
  /** Signs in: `admin` (Dana Ruiz, English) or `kim` (Kim Okafor, German number and date formats). */
  signIn(login: 'admin' | 'kim'): Promise<Session>;
  rpcAs(session: Session, method: string, params: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

export interface TrytonOptions {
  /** Where its files go; default: a new temporary directory that `close` removes. */
  readonly dir?: string;
  readonly log?: (line: string) => void;
}

/**
 * Starts a real Tryton (Debian's packages, SQLite) with a small seeded pipeline on a free loopback port. Each call
 * gets its own copy of the database. Answers `{ skipped }` with a reason when this machine cannot have Tryton;
 * throws when it should have run and did not.
 */
export async function startTryton(options: TrytonOptions = {}): Promise<Tryton | { skipped: string }> {
  const log = options.log ?? (() => {});
  const packages = await trytonPackages(log);
  if ('skipped' in packages) return packages;
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'touchline-tryton-run-')));
  const seed = await freshDatabase(dir, packages.versions, log);
  const port = await freePort();
  const config = await writeConfig(dir, `127.0.0.1:${port}`);
  const url = `http://127.0.0.1:${port}/`;
  const server = spawn(PYTHON, ['/usr/bin/trytond', '-c', config], {
    cwd: dir,
    env: pythonEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  server.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4000);
  });
  // A test run that is ended early must not leave a server behind.
  const last = () => server.kill('SIGKILL');
  process.once('exit', last);
  const close = async () => {
    process.off('exit', last);
    await stop(server);
    if (options.dir === undefined) await rm(dir, { recursive: true, force: true });
  };
  try {
    await answering(server, url, () => words);
    const admin = await signIn(url, 'admin');
    log(`Tryton answers on ${url}`);
    return {
      ...seed,
      url,
      db: DATABASE,
      user: 'admin',
      password: PASSWORD,
      rpc: (method, params) => call(url, admin, method, params),
      rpcAs: (session, method, params) => call(url, session, method, params),
      signIn: (login) => signIn(url, login),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function signIn(url: string, login: string): Promise<Session> {
  const params = [login, { password: PASSWORD }, 'en'];
  const [userId, token] = (await call(url, null, 'common.db.login', params)) as [number, string];
  const header = `Session ${Buffer.from(`${login}:${userId}:${token}`).toString('base64')}`;
  return { login, userId, token, header };
}

async function call(
  url: string,
  session: Session | null,
  method: string,
  params: readonly unknown[],
): Promise<unknown> {
  const response = await fetch(`${url}${DATABASE}/`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(session === null ? {} : { Authorization: session.header }),
    },
    body: JSON.stringify({ id: 1, method, params }),
  });
  if (!response.ok) throw new Error(`Tryton answered ${response.status} to ${method}`);
  const reply = (await response.json()) as { result?: unknown; error?: readonly unknown[] };
  if (reply.error !== undefined)
    throw new Error(`Tryton refused ${method}: ${JSON.stringify(reply.error).slice(0, 600)}`);
  return reply.result;
}

async function answering(server: ChildProcess, url: string, words: () => string): Promise<void> {
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    if (server.exitCode !== null) throw new Error(`trytond ended with code ${server.exitCode}: ${words()}`);
    // The first call loads every module; until then the port is closed or the answer is slow.
    const up = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    await wait(100);
  }
  throw new Error(`trytond did not answer within 60 s: ${words()}`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGTERM');
  const killer = setTimeout(() => server.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(killer);
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
