import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A file system of its own that is really full when it is full: browsers are not told so, they find out. */
export interface SmallDisk {
  readonly dir: string;
  /** Takes every byte that is left, and what becomes free again, as a browser tidies up, until `free`. */
  fill(): Promise<void>;
  /** Gives them back. */
  free(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Mounts a small tmpfs. Answers `{ skipped }` with a reason where this machine does not let us: mounting is for Linux
 * and root, and some containers refuse it to root as well.
 */
export async function smallDisk(megabytes: number): Promise<SmallDisk | { skipped: string }> {
  if (process.platform !== 'linux')
    return { skipped: 'a disk of its own needs tmpfs, and this is not Linux' };
  if (process.getuid?.() !== 0) return { skipped: 'mounting a tmpfs needs root' };
  const dir = await mkdtemp(join(tmpdir(), 'touchline-small-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', dir]);
  } catch {
    await rm(dir, { recursive: true });
    return { skipped: 'this machine does not let root mount a tmpfs' };
  }
  // A test run that ends early leaves no mount behind either.
  const letGo = () => void execFileSync('umount', ['-l', dir]);
  process.once('exit', letGo);
  const ballast = join(dir, 'ballast');
  let filling: Promise<void> | null = null;
  let full = false;

  async function takeAll(): Promise<void> {
    const file = await open(ballast, 'a');
    try {
      for (const size of [1 << 20, 4096, 1]) while (await fits(file, size));
    } finally {
      await file.close();
    }
  }
  async function free(): Promise<void> {
    full = false;
    await filling;
    await rm(ballast, { force: true });
  }
  return {
    dir,
    free,
    async fill() {
      full = true;
      await takeAll();
      filling = (async () => {
        for (; full; await wait(20)) await takeAll();
      })();
    },
    async close() {
      await free();
      process.off('exit', letGo);
      // Lazily: the browser's last helpers may still be on their way out.
      await run('umount', ['-l', dir]);
      await rm(dir, { recursive: true });
    },
  };
}

async function fits(file: Awaited<ReturnType<typeof open>>, size: number): Promise<boolean> {
  try {
    return (await file.write(Buffer.alloc(size, 'x'))).bytesWritten === size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
