import { describe, expect, it } from 'vitest';
import { correctionOf, typedOf } from '@/components/dashboard/activities/correction';
import type { EventId, RecordKey } from '@/lib/domain/ids';
import { activityViewSchema, type ActivityView } from '@/lib/rpc/view';

const NOW = Date.UTC(2026, 10, 23, 15, 0);
const ID = '01JABCDEF0123456789ABCDEFG' as EventId;
const RECORD = '01JABCDEF0123456789ABCDEFG/lead/1' as RecordKey;

/** 09:12:34 in New York. */
const AT = Date.UTC(2026, 10, 23, 14, 12, 34);

function activity(over: Partial<ActivityView> = {}): ActivityView {
  return activityViewSchema.parse({
    ...{ id: '01JABCDEF0123456789ABCDEFH', record: RECORD, recordName: 'Northwind', object: 'lead' },
    ...{ channel: 'call', outcome: 'talked', text: 'plan', who: 'Dana', at: AT, day: '2026-11-23' },
    ...{ zone: 'America/New_York', durationSec: 270, next: null, meetingAt: null, meetingResult: null },
    ...{ crm: null, crmWhy: null, ...over },
  });
}

describe('an activity in the form', () => {
  it('stands in its own zone, not in the reader’s', () => {
    expect(typedOf(activity())).toMatchObject({ day: '2026-11-23', time: '09:12', length: '4:30' });
    expect(typedOf(activity({ zone: 'Asia/Seoul' }))).toMatchObject({ day: '2026-11-23', time: '23:12' });
  });

  it('keeps the exact moment when its day and clock were left alone', () => {
    const one = activity();
    const correction = correctionOf(one, RECORD, { ...typedOf(one), outcome: 'callback' }, ID, NOW);
    if (!correction.ok) throw new Error(correction.wrong);
    expect(correction.input).toMatchObject({
      ...{ id: ID, supersedes: one.id, at: AT, outcome: 'callback', durationSec: 270, text: 'plan' },
    });
  });

  it('moves by the clock of that zone, over a change to winter time as well', () => {
    const one = activity({ at: Date.UTC(2026, 9, 31, 14, 0), day: '2026-10-31' as never });
    const typed = { ...typedOf(one), day: '2026-11-01', time: '10:00' };
    const correction = correctionOf(one, RECORD, typed, ID, NOW);
    // New York left summer time that night: 10:00 is 15:00 UTC, no longer 14:00.
    expect(correction).toMatchObject({ ok: true, input: { at: Date.UTC(2026, 10, 1, 15, 0) } });
  });

  it.each([
    [{ day: '' }, 'when'],
    [{ time: '25:00x' }, 'when'],
    [{ day: '2026-11-24' }, 'future'],
    [{ length: 'long' }, 'length'],
  ])('says what does not fit in %j', (patch, wrong) => {
    const one = activity();
    expect(correctionOf(one, RECORD, { ...typedOf(one), ...patch }, ID, NOW)).toEqual({ ok: false, wrong });
  });

  it('knows an unknown length from a length of nothing', () => {
    const one = activity();
    const correction = correctionOf(one, RECORD, { ...typedOf(one), length: ' ' }, ID, NOW);
    expect(correction).toMatchObject({ ok: true, input: { durationSec: null } });
  });

  it('keeps the meeting’s exact time, or takes the new one', () => {
    const meetingAt = Date.UTC(2026, 10, 26, 15, 0, 5);
    const one = activity({ outcome: 'meeting', meetingAt });
    const same = correctionOf(one, RECORD, typedOf(one), ID, NOW);
    expect(same).toMatchObject({ ok: true, input: { meetingAt } });
    const later = correctionOf(one, RECORD, { ...typedOf(one), meetingTime: '11:30' }, ID, NOW);
    expect(later).toMatchObject({ ok: true, input: { meetingAt: Date.UTC(2026, 10, 26, 16, 30) } });
  });
});
