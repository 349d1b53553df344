import { describe, expect, it } from 'vitest';
import { meetingsBooked } from '@/lib/kpi/meetings-booked';
import { meaning } from '../db/support';
import { logged, resolved } from './metric-support';

const booked = { meaning: meaning({ booked: true }), meetingAt: Date.UTC(2026, 7, 3) };

describe('meetings booked', () => {
  it('counts on the day it was agreed, on any channel', () => {
    expect(meetingsBooked.tally(logged({ body: booked }))).toEqual([{ amount: 1, currency: null }]);
    expect(meetingsBooked.tally(logged({ body: { ...booked, channel: 'email' } }))).toHaveLength(1);
  });

  it('counts nothing else, and no answer about a meeting', () => {
    expect(meetingsBooked.tally(logged())).toEqual([]);
    expect(meetingsBooked.tally(resolved('moved'))).toEqual([]);
  });
});
