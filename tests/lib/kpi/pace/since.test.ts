/**
 * Counting that began inside a period. Laws: nothing before it is expected · the target is the part of the time left ·
 * all of it is expected at the end · what began before the first working hour changes nothing.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pace } from '@/lib/kpi/pace/pace';
import type { PaceFigures } from '@/lib/kpi/pace/result';
import { at, day, off, working } from '../../domain/calendar/support';
import { figures, golden, plain, whole } from './support';

/** Hours are 09:00 to 18:00: at 13:30 half of the day is left. Of June's 20 working days 9.5 are. */
const NOON = at('2026-06-15', '13:30');

describe('counting that began in the middle of a day', () => {
  it('expects nothing of what was before', () => {
    const begun = figures(plain, { since: NOON, now: NOON, actual: 0 });
    expect([begun.expected, begun.target, begun.status]).toEqual([0, 47.5, 'not_started']);
    expect(begun).toMatchObject({ repWeight: 9.5, elapsedWeight: 0, weightLeft: 9.5, u: 0, daysBehind: 0 });
  });

  it('expects the rest of that day by its end, and a whole day of the next', () => {
    const by = (clock: string, date: string) =>
      figures(plain, { since: NOON, now: at(date, clock) }).expected;
    expect(by('15:45', '2026-06-15')).toBe(1.25);
    expect(by('18:00', '2026-06-15')).toBe(2.5);
    expect(by('09:00', '2026-06-16')).toBe(2.5);
    expect(by('18:00', '2026-06-16')).toBe(7.5);
    expect(by('18:00', '2026-06-26')).toBe(47.5);
  });

  it('measures pace, projection and days behind by the time since', () => {
    const result = figures(plain, { since: NOON, now: at('2026-06-16', '18:00'), actual: 5 });
    expect(result.projection).toBeCloseTo((5 * 9.5) / 1.5, 12);
    expect(result.currentPerDay).toBeCloseTo(5 / 1.5, 12);
    expect(result.requiredPerDay).toBe(42.5 / 8);
    expect(result.daysBehind).toBe(0.5);
  });

  it('has no target when no working time is left', () => {
    const late = { since: at('2026-06-26', '18:30'), now: at('2026-06-27', '10:00'), actual: 3 };
    expect(figures(plain, late)).toMatchObject({ repWeight: 0, effectiveTarget: 0, status: 'no_target' });
  });

  it('is hit or missed by the rest alone', () => {
    const over = { since: NOON, now: at('2026-07-02', '09:00') };
    expect(figures(plain, { ...over, actual: 47.5 }).status).toBe('hit');
    expect(figures(plain, { ...over, actual: 47 }).status).toBe('missed');
  });

  it('takes a morning off for what it is: the day begins at noon', () => {
    const morning = off({ day: day('2026-06-15'), share: 0.5, half: 'morning' });
    const halved = working({}, { daysOff: morning });
    const result = figures(plain, { since: NOON, now: NOON, working: halved });
    expect([result.repWeight, result.target]).toEqual([9.5, (100 * 9.5) / 19.5]);
  });
});

describe('counting that began with a day', () => {
  it('is what a version from that day on says, with a projection of its own time', () => {
    const versions = [{ from: day('2026-06-15'), to: null, target: 100 }];
    const now = at('2026-06-22', '00:00');
    const dated = figures(plain, { versions, now, actual: 25 });
    const begun = figures(plain, { versions, now, actual: 25, since: at('2026-06-15', '00:00') });
    expect([begun.target, begun.expected]).toEqual([dated.target, dated.expected]);
    expect([begun.target, begun.expected, begun.projection, begun.u]).toEqual([50, 25, 50, 0.5]);
  });

  it.each(['00:00', '08:59', '09:00'])('changes nothing when it is the period’s first: %s', (clock) => {
    const first = at('2026-07-01', clock);
    expect(figures(golden, { since: first })).toEqual(figures(golden));
    expect(figures(golden, { since: null })).toEqual(figures(golden));
    expect(figures(golden, { since: at('2026-06-10', '15:00') })).toEqual(figures(golden));
  });

  it('keeps the agreed rule for days off', () => {
    const result = figures(golden, { since: at('2026-07-15', '00:00') });
    // 8 rep-days are left of 17, and 400 a month of 22 working days are 18.18 a day.
    expect(result.effectiveTarget).toBeCloseTo((400 * 8) / 22, 12);
    expect([result.proration, result.repWeight]).toEqual([17 / 22, 8]);
  });
});

describe('counting that began at any time', () => {
  const minutes = fc.integer({ min: -2000, max: 42_000 });
  const start = at('2026-06-01', '00:00');
  const of = (since: number, now: number) =>
    pace({ ...plain, since: start + since * 60_000, now: start + now * 60_000 }) as PaceFigures;

  it('never expects more than the target, nothing before it began, and no less as time passes', () => {
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 0, max: 9000 }), (since, now, more) => {
        const [one, later] = [of(since, now), of(since, now + more)];
        if (one.expected === null || later.expected === null) return;
        expect(one.expected).toBeGreaterThanOrEqual(0);
        if (now <= since) expect(one.expected).toBe(0);
        expect(later.expected).toBeGreaterThanOrEqual(one.expected);
        expect(later.expected).toBeLessThanOrEqual(later.effectiveTarget!);
      }),
      { numRuns: 300 },
    );
  });

  it('has the whole target expected at the end, and a target that is the share of the time left', () => {
    fc.assert(
      fc.property(minutes, (since) => {
        const end = of(since, 43_000);
        expect(end.target).toBeCloseTo((100 * end.repWeight) / 20, 9);
        if (end.expected !== null) expect(end.expected).toBe(end.effectiveTarget);
      }),
      { numRuns: 200 },
    );
  });

  it('is refused when it is no instant', () => {
    expect(pace({ ...plain, versions: whole(1), since: Number.NaN })).toMatchObject({
      kind: 'refused',
      reason: 'bad-number',
    });
  });
});
