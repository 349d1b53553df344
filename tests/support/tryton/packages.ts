import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Debian's own; a python from pyenv in PATH has no trytond. */
export const PYTHON = '/usr/bin/python3';
export const WEB_CLIENT = '/usr/share/tryton-sao/www';
const NEEDED = ['tryton-server', 'tryton-sao', 'tryton-modules-sale-opportunity', 'tryton-proteus'];

/**
 * Makes sure that Tryton's Debian packages are there, installing them when this is Debian and we are root.
 * Answers the versions (a key for caches), or why it cannot be: a reason a test run may print beside a skip.
 */
export async function trytonPackages(
  log: (line: string) => void,
): Promise<{ versions: string } | { skipped: string }> {
  const there = await installed();
  if (there !== null) return { versions: there };
  if (!(await exists('/usr/bin/apt-get')))
    return { skipped: 'Tryton is not installed and there is no apt-get here' };
  if (process.getuid?.() !== 0) return { skipped: 'Tryton is not installed and installing it needs root' };
  log('Installing Tryton from Debian (about 20 s)');
  try {
    await aptInstall();
  } catch {
    // A machine image often has no package lists, or old ones: fetch them once, then it is a real failure.
    try {
      await run('/usr/bin/apt-get', ['update'], { timeout: 120_000 });
      await aptInstall();
    } catch (error) {
      return { skipped: `apt-get could not install Tryton: ${lastLine(error)}` };
    }
  }
  const now = await installed();
  if (now === null) return { skipped: 'apt-get installed Tryton, but its packages are not complete' };
  return { versions: now };
}

async function installed(): Promise<string | null> {
  try {
    const { stdout } = await run('dpkg-query', [
      '-W',
      '-f',
      '${Package} ${Version} ${db:Status-Status}\n',
      ...NEEDED,
    ]);
    const lines = stdout.trim().split('\n');
    const whole = lines.length === NEEDED.length && lines.every((line) => line.endsWith(' installed'));
    return whole ? lines.join('\n') : null;
  } catch {
    return null;
  }
}

async function aptInstall(): Promise<void> {
  await run('/usr/bin/apt-get', ['install', '-y', '--no-install-recommends', ...NEEDED], {
    timeout: 300_000,
    maxBuffer: 16 << 20,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function lastLine(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return text.trim().split('\n').at(-1) ?? 'no message';
}
