import { describe, expect, it } from 'vitest';
import { dials } from '@/lib/kpi/dials';
import { meaning } from '../db/support';
import { logged, resolved } from './metric-support';

describe('dials', () => {
  it('counts a call made, answered or not', () => {
    expect(dials.tally(logged())).toEqual([{ amount: 1, currency: null }]);
    expect(dials.tally(logged({ body: { meaning: meaning({ connect: true }) } }))).toHaveLength(1);
  });

  it('does not count a call that came in, a message, an outcome that is no dial, or anything else', () => {
    expect(dials.tally(logged({ body: { direction: 'in' } }))).toEqual([]);
    expect(dials.tally(logged({ body: { channel: 'email' } }))).toEqual([]);
    expect(dials.tally(logged({ body: { meaning: meaning({ dial: false }) } }))).toEqual([]);
    expect(dials.tally(resolved('held'))).toEqual([]);
  });
});
