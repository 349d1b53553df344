import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Stage } from './tally.ts';

function titleOf(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}

/** Why a test was skipped: `context.skip('reason')`, or "(skipped: reason)" in its name or its suite's. */
function skipReason(test: TestCase, note: string | undefined): string | null {
  const said = note?.trim() ?? '';
  if (said !== '') return said;
  return /\(skipped: (.+?)\)(?: > |$)/.exec(test.fullName)?.[1] ?? null;
}

/** Errors outside any test: a file that cannot be loaded, a hook of a whole file or suite that threw. */
function brokenSuites(module: TestModule): string[] {
  const broken = module.errors().length > 0 ? [module.relativeModuleId] : [];
  for (const suite of module.children.allSuites()) {
    if (suite.errors().length > 0) broken.push(`${module.relativeModuleId} > ${suite.fullName}`);
  }
  return broken;
}

/**
 * Writes what one run of vitest came to as JSON to the file named in TOUCHLINE_REPORT. Vitest's own JSON reporter
 * leaves out why a test was skipped, and a skip without a reason must not pass.
 */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { readonly message?: string }[]): void {
    const path = process.env.TOUCHLINE_REPORT;
    if (path === undefined) throw new Error('TOUCHLINE_REPORT names no file');
    let passed = 0;
    const failed: string[] = [];
    const skipped: { test: string; reason: string | null }[] = [];
    for (const module of modules) {
      failed.push(...brokenSuites(module));
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'skipped') {
          skipped.push({ test: titleOf(test), reason: skipReason(test, result.note) });
        } else failed.push(titleOf(test));
      }
    }
    for (const { message } of unhandled)
      failed.push(`an error no test waited for: ${message ?? 'without words'}`);
    const stage: Stage = { passed, failed, skipped };
    writeFileSync(path, JSON.stringify(stage));
  }
}
