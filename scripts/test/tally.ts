/** What one run of tests came to. */
export interface Stage {
  readonly passed: number;
  /** Names of failed tests, broken files and errors outside any test. */
  readonly failed: readonly string[];
  readonly skipped: readonly { readonly test: string; readonly reason: string | null }[];
}

export interface Verdict {
  /** The lines to print; the last one is the count. */
  readonly lines: readonly string[];
  readonly ok: boolean;
}

/**
 * Adds the stages up. A skip without a reason counts as a failure: nobody can tell it from a test that was
 * forgotten. No test at all is a failure too.
 */
export function tally(stages: readonly Stage[]): Verdict {
  const passed = stages.reduce((sum, stage) => sum + stage.passed, 0);
  const skipped = stages.flatMap((stage) => stage.skipped);
  const unnamed = skipped.filter(({ reason }) => reason === null);
  const named = skipped.filter(({ reason }) => reason !== null);
  const failed = [
    ...stages.flatMap((stage) => stage.failed),
    ...unnamed.map(({ test }) => `${test} (skipped without a reason)`),
  ];
  if (passed + failed.length + named.length === 0) failed.push('no test was found');

  const reasons = new Map<string, number>();
  for (const { reason } of named) reasons.set(reason ?? '', (reasons.get(reason ?? '') ?? 0) + 1);
  const lines = [
    ...failed.map((name) => `failed: ${name}`),
    ...[...reasons].map(([reason, count]) => `skipped ${count}: ${reason}`),
    `${passed} passed, ${failed.length} failed${named.length > 0 ? `, ${named.length} skipped` : ''}`,
  ];
  return { lines, ok: failed.length === 0 };
}
