import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, toNumber } from '@/lib/domain/calendar/fraction';
import {
  addWorkingDays,
  isDayOff,
  nextWorkingDay,
  weightBetween,
  workingDaysBetween,
  workPeriod,
} from '@/lib/domain/calendar/workdays';
import { addDays } from '@/lib/domain/time';
import { at, day, off, working } from './support';

const JULY = { start: day('2026-07-01'), end: day('2026-08-01') };
const july = { companyDays: [{ day: day('2026-07-14'), weight: 0, name: 'Holiday' }] };
const away = off('2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23', '2026-07-24');

describe('working days', () => {
  it('counts July 2026 with a holiday and a week off', () => {
    const work = workPeriod(JULY, at('2026-07-16', '00:00'), working(july, { daysOff: away }));
    const weights = [work.periodWeight, work.repWeight, work.elapsedWeight].map(toNumber);
    expect(weights).toEqual([22, 17, 10]);
    expect(work.phase).toBe('running');
  });

  it('is before, running or over by the rep’s clock', () => {
    const seoul = working({}, { daysOff: [], zone: 'Asia/Seoul' });
    const now = at('2026-08-01', '01:00', 'Asia/Seoul');
    expect(workPeriod(JULY, now, seoul).phase).toBe('over');
    expect(workPeriod(JULY, now, working()).phase).toBe('running');
    expect(workPeriod(JULY, at('2026-06-30', '23:59'), working()).phase).toBe('before');
  });

  it('finds the next working day over weekends, holidays and days off', () => {
    expect(nextWorkingDay(day('2026-07-03'), working())).toBe('2026-07-06');
    expect(nextWorkingDay(day('2026-07-13'), working(july))).toBe('2026-07-15');
    expect(nextWorkingDay(day('2026-07-17'), working(july, { daysOff: away }))).toBe('2026-07-27');
  });

  it('adds working days forwards and backwards', () => {
    expect(addWorkingDays(day('2026-07-03'), 5, working())).toBe('2026-07-10');
    expect(addWorkingDays(day('2026-07-06'), -1, working())).toBe('2026-07-03');
    expect(addWorkingDays(day('2026-07-04'), 0, working())).toBe('2026-07-04');
  });

  it('gives up on a calendar without working days', () => {
    expect(nextWorkingDay(day('2026-07-03'), working({ week: [0, 0, 0, 0, 0, 0, 0] }))).toBeNull();
  });

  it('counts a half day as a day, and weighs it as a half', () => {
    const half = working({ companyDays: [{ day: day('2026-07-06'), weight: 0.5, name: 'Half' }] });
    const week = { start: day('2026-07-06'), end: day('2026-07-13') };
    expect(workingDaysBetween(week, half)).toBe(5);
    expect(toNumber(weightBetween(week, half))).toBe(4.5);
  });

  it('knows a day off from a day at work', () => {
    const world = working(july, { daysOff: away });
    expect(isDayOff(at('2026-07-21', '10:00'), world)).toBe(true);
    expect(isDayOff(at('2026-07-18', '10:00'), world)).toBe(true);
    expect(isDayOff(at('2026-07-17', '10:00'), world)).toBe(false);
  });

  it('weighs a four-day week and a year end', () => {
    const four = working({ week: [1, 1, 1, 1, 0, 0, 0] });
    expect(toNumber(weightBetween({ start: day('2026-12-28'), end: day('2027-01-04') }, four))).toBe(4);
  });
});

describe('weights of a range', () => {
  const offsets = fc.integer({ min: 0, max: 200 });
  const percent = fc.integer({ min: 0, max: 100 }).map((value) => value / 100);
  const week = fc.tuple(percent, percent, percent, percent, percent, percent, percent);

  it('add up over any split, exactly', () => {
    fc.assert(
      fc.property(offsets, offsets, offsets, week, percent, (a, b, c, own, factor) => {
        const [x = 0, y = 0, z = 0] = [a, b, c].toSorted((l, r) => l - r);
        const [start, middle, end] = [x, y, z].map((offset) => addDays(day('2026-02-01'), offset));
        const world = working(
          {},
          { daysOff: off({ day: day('2026-03-04'), share: 0.3 }), week: own, factor },
        );
        const parts = add(
          weightBetween({ start: start!, end: middle! }, world),
          weightBetween({ start: middle!, end: end! }, world),
        );
        expect(parts).toEqual(weightBetween({ start: start!, end: end! }, world));
      }),
      { numRuns: 60 },
    );
  });

  it('split into gone and to come at any moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 900 }), (hours) => {
        const work = workPeriod(
          JULY,
          at('2026-07-01', '00:00') + hours * 3_600_000,
          working(july, { daysOff: away }),
        );
        const [gone, all] = [toNumber(work.elapsedWeight), toNumber(work.repWeight)];
        expect(gone >= 0 && gone <= all).toBe(true);
        expect(gone === all || work.phase !== 'over').toBe(true);
        expect(gone === 0 || work.phase !== 'before').toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
