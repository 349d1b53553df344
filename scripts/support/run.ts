import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder, without a slash at the end. */
export const ROOT: string = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

export interface Ran {
  readonly code: number;
  /** Both streams in the order they came. */
  readonly output: string;
  readonly seconds: number;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** `show` lets the program write to the terminal; `keep` collects what it writes. */
  readonly output?: 'show' | 'keep';
  readonly cwd?: string;
}

/** Runs a program to its end. Throws only when it cannot be started at all. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const started = performance.now();
  return new Promise((done, fail) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: options.output === 'keep' ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const parts: Buffer[] = [];
    child.stdout?.on('data', (part: Buffer) => parts.push(part));
    child.stderr?.on('data', (part: Buffer) => parts.push(part));
    child.on('error', fail);
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      done({ code: code ?? 1, output: Buffer.concat(parts).toString('utf8'), seconds });
    });
  });
}

/** Runs a package's JavaScript with this same Node: no shell, the same on every system. */
export function runNode(script: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], options);
}
