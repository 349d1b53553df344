import { describe, expect, it } from 'vitest';
import { tally, type Stage } from '@/scripts/test/tally.ts';

function stage(part: Partial<Stage>): Stage {
  return { passed: 0, failed: [], skipped: [], ...part };
}

describe('the last line of npm test', () => {
  it('adds the stages up', () => {
    const { lines, ok } = tally([stage({ passed: 3 }), stage({ passed: 2 })]);
    expect(lines).toEqual(['5 passed, 0 failed']);
    expect(ok).toBe(true);
  });

  it('names what failed above the count', () => {
    const { lines, ok } = tally([stage({ passed: 1, failed: ['a > b'] })]);
    expect(lines).toEqual(['failed: a > b', '1 passed, 1 failed']);
    expect(ok).toBe(false);
  });

  it('groups skips by their reason', () => {
    const { lines, ok } = tally([
      stage({
        passed: 1,
        skipped: [
          { test: 'a', reason: 'no Tryton here' },
          { test: 'b', reason: 'no Tryton here' },
        ],
      }),
    ]);
    expect(lines).toEqual(['skipped 2: no Tryton here', '1 passed, 0 failed, 2 skipped']);
    expect(ok).toBe(true);
  });

  it('takes a skip without a reason for a failure', () => {
    const { lines, ok } = tally([stage({ passed: 1, skipped: [{ test: 'a', reason: null }] })]);
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(ok).toBe(false);
  });

  it('does not call an empty run a success', () => {
    expect(tally([]).ok).toBe(false);
  });
});
