import { describe, expect, it } from 'vitest';
import { defaultOutcomes, meaningOf } from '@/lib/domain/outcome';
import { conversations } from '@/lib/kpi/conversations';
import { logged } from './metric-support';

function after(outcome: string, seconds: number | null) {
  const found = defaultOutcomes('en').find((one) => one.id === outcome)!;
  return conversations.tally(logged({ body: { outcome, meaning: meaningOf(found, seconds, 60) } })).length;
}

describe('conversations', () => {
  it.each([
    ['talked', null, 1],
    ['meeting', 20, 1],
    ['gatekeeper', 59, 0],
    ['gatekeeper', 60, 1],
    ['not-now', null, 0],
    ['no-answer', 90, 0],
    ['do-not-call', 10, 0],
  ] as const)('after %s and %s s: %s', (outcome, seconds, count) => {
    expect(after(outcome, seconds)).toBe(count);
  });

  it('does not count a message', () => {
    const found = defaultOutcomes('en').find((one) => one.id === 'talked')!;
    const body = { channel: 'linkedin' as const, meaning: found.meaning };
    expect(conversations.tally(logged({ body }))).toEqual([]);
  });
});
