import { describe, expect, it } from 'vitest';
import { meetingsHeld } from '@/lib/kpi/meetings-held';
import { meaning, NOON } from '../db/support';
import { logged, resolved } from './metric-support';

const held = { channel: 'meeting' as const, meaning: meaning({ dial: false, held: true }) };

describe('meetings held', () => {
  it('counts a booked meeting answered "held" on the day of the answer, and no other answer', () => {
    expect(meetingsHeld.tally(resolved('held'))).toEqual([{ amount: 1, currency: null }]);
    expect(meetingsHeld.tally(resolved('no-show'))).toEqual([]);
    expect(meetingsHeld.tally(resolved('moved'))).toEqual([]);
  });

  it('counts one logged as held on its own day', () => {
    expect(meetingsHeld.tally(logged({ body: held }))).toEqual([{ amount: 1, currency: null }]);
    expect(meetingsHeld.tally(logged({ body: { meaning: meaning({ held: true }) } }))).toHaveLength(1);
  });

  it('counts on the civil day of the meeting, in the zone of the event, when that is known and past', () => {
    const seoul = logged({ zone: 'Asia/Seoul', body: { ...held, meetingAt: Date.UTC(2026, 6, 13, 15, 30) } });
    expect(meetingsHeld.tally(seoul)).toEqual([{ amount: 1, currency: null, day: '2026-07-14' }]);
    const next = logged({ body: { ...held, meetingAt: NOON + 86_400_000 } });
    expect(meetingsHeld.tally(next)).toEqual([{ amount: 1, currency: null }]);
  });

  it('does not count a meeting that was only booked', () => {
    expect(meetingsHeld.tally(logged({ body: { meaning: meaning({ booked: true }) } }))).toEqual([]);
  });
});
