import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { needBrowser } from '../browser/need.ts';
import { BROWSER_VARIABLE } from '../browser/find.ts';
import { build, type Target } from '../build/build.ts';
import { ROOT, runNode } from '../support/run.ts';
import { runMain, say } from '../support/say.ts';
import { tally, type Stage } from './tally.ts';

/** Runs one project of vitest.config.ts and reads what it came to. */
async function runProject(project: string, folder: string, env: Record<string, string>): Promise<Stage> {
  const report = join(folder, `${project}.json`);
  const { code } = await runNode(
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    ['run', '--project', project, '--reporter=default', '--reporter=./scripts/test/reporter.ts'],
    { env: { ...env, TOUCHLINE_REPORT: report } },
  );
  let stage: Stage;
  try {
    stage = JSON.parse(await readFile(report, 'utf8')) as Stage;
  } catch {
    return {
      passed: 0,
      failed: [`the ${project} tests ended with code ${code} before they could say how`],
      skipped: [],
    };
  }
  if (code !== 0 && stage.failed.length === 0) {
    return { ...stage, failed: [`the ${project} tests ended with code ${code} though no test failed`] };
  }
  return stage;
}

await runMain(async () => {
  const { values } = parseArgs({ options: { long: { type: 'boolean', default: false } } });
  const began = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'touchline-test-'));
  try {
    const browser = await needBrowser('switch');
    say(`Browser: ${browser.name} (${browser.path})`);
    // One after the other: they write the same generated types.
    for (const target of ['chrome', 'local', 'firefox'] satisfies Target[]) {
      await build(target);
      say(`Built ${target}.`);
    }
    const env = { [BROWSER_VARIABLE]: browser.path, TOUCHLINE_LONG: values.long ? '1' : '' };
    const stages = [await runProject('unit', folder, env), await runProject('e2e', folder, env)];
    const { lines, ok } = tally(stages);
    say(`\nTook ${Math.round((performance.now() - began) / 1000)} s.`);
    for (const line of lines) say(line);
    return ok ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
