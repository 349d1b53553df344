import { describe, expect, it } from 'vitest';
import { connects } from '@/lib/kpi/connects';
import { meaning } from '../db/support';
import { logged } from './metric-support';

const answered = { meaning: meaning({ connect: true }) };

describe('connects', () => {
  it('counts a call somebody answered, made or received', () => {
    expect(connects.tally(logged({ body: answered }))).toEqual([{ amount: 1, currency: null }]);
    expect(connects.tally(logged({ body: { ...answered, direction: 'in' } }))).toHaveLength(1);
  });

  it('does not count an unanswered call or a message', () => {
    expect(connects.tally(logged())).toEqual([]);
    expect(connects.tally(logged({ body: { ...answered, channel: 'sms' } }))).toEqual([]);
  });
});
