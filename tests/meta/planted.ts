import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** One forbidden thing, and the rule that must speak about it. */
export interface Plant {
  readonly rule: string;
  /** Where the forbidden line stands. */
  readonly path: string;
  readonly text: string;
}

const GUARDS = [
  '.dependency-cruiser.cjs',
  '.oxlintrc.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.pure.json',
  'scripts/lint',
];

/** A small house of its own with our guards, real packages and nothing else; the caller removes it. */
export function smallHouse(files: Readonly<Record<string, string>>): string {
  const house = mkdtempSync(join(tmpdir(), 'touchline-house-'));
  for (const guard of GUARDS) cpSync(guard, join(house, guard), { recursive: true });
  cpSync('.wxt', join(house, '.wxt'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  return house;
}

/** Runs a package's program in a folder; answers what it wrote, whatever its exit code. */
export function runIn(
  house: string,
  script: string,
  args: readonly string[],
): { code: number; output: string } {
  try {
    const output = execFileSync(process.execPath, [resolve('node_modules', script), ...args], {
      cwd: house,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: 0, output };
  } catch (problem) {
    const failed = problem as { status: number; stdout: string; stderr: string };
    return { code: failed.status, output: failed.stdout + failed.stderr };
  }
}

export interface Cruised {
  /** `rule ← file` of every violation. */
  readonly violations: readonly string[];
  readonly modules: readonly string[];
}

/** What dependency-cruiser says about the folders that are there. */
export function cruise(house: string, folders: readonly string[]): Cruised {
  const { output } = runIn(house, 'dependency-cruiser/bin/dependency-cruise.mjs', [
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    ...folders,
  ]);
  const result = JSON.parse(output) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
    modules: { source: string }[];
  };
  return {
    violations: result.summary.violations.map(({ from, rule }) => `${rule.name} ← ${from}`),
    modules: result.modules.map(({ source }) => source),
  };
}
