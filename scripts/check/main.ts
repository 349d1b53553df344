import { join } from 'node:path';
import { ROOT, runNode } from '../support/run.ts';
import { runMain, say } from '../support/say.ts';

interface Step {
  readonly name: string;
  /** What to do when it fails. */
  readonly advice: string;
  readonly script: string;
  readonly args: readonly string[];
}

const FOLDERS = ['lib', 'components', 'entrypoints', 'scripts', 'tests', 'wxt.config.ts', 'vitest.config.ts'];

/** Ordered so that with two lanes the long ones (the compiler) start first. */
const STEPS: readonly Step[] = [
  { name: 'types', advice: 'npx tsc', script: 'typescript/bin/tsc', args: ['-p', 'tsconfig.json'] },
  {
    name: 'lint',
    advice: 'npx oxlint',
    script: 'oxlint/bin/oxlint',
    args: ['--deny-warnings'],
  },
  {
    name: 'types of the pure floors',
    advice: 'npx tsc -p tsconfig.pure.json',
    script: 'typescript/bin/tsc',
    args: ['-p', 'tsconfig.pure.json'],
  },
  {
    name: 'floors',
    advice: 'ARCHITECTURE.md says which floor may import which',
    script: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', ...FOLDERS],
  },
  { name: 'unused code', advice: 'npx knip', script: 'knip/bin/knip.js', args: ['--no-progress'] },
  { name: 'format', advice: 'npm run format', script: 'oxfmt/bin/oxfmt', args: ['--check', '.'] },
];

const LANES = 2;

await runMain(async () => {
  const waiting = [...STEPS];
  const failed: string[] = [];
  async function lane(): Promise<void> {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const ran = await runNode(join(ROOT, 'node_modules', step.script), step.args, { output: 'keep' });
      const took = `${ran.seconds.toFixed(1)} s`;
      if (ran.code === 0) {
        say(`✓ ${step.name} (${took})`);
      } else {
        failed.push(step.name);
        say(`\n✗ ${step.name} (${took}): ${step.advice}\n${ran.output.trimEnd()}\n`);
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  say(
    failed.length === 0
      ? 'All checks passed.'
      : `${failed.length} of ${STEPS.length} checks failed: ${failed.join(', ')}.`,
  );
  return failed.length === 0 ? 0 : 1;
});
