import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsedShareOf } from '@/lib/domain/calendar/elapsed';
import { compare, toNumber } from '@/lib/domain/calendar/fraction';
import { at, day, off, working } from './support';

const MONDAY = '2026-07-06';
const f = (clock: string, world = working(), date = MONDAY, zone = 'Europe/London'): number =>
  toNumber(elapsedShareOf(day(date), at(date, clock, zone), world));

describe('f, the share of today’s work that lies behind', () => {
  it('runs from 0 to 1 over the normal hours', () => {
    expect(['00:00', '09:00', '11:15', '13:30', '18:00', '23:59'].map((clock) => f(clock))).toEqual([
      0, 0, 0.25, 0.5, 1, 1,
    ]);
  });

  it('is 0 for a day to come and 1 for a day gone', () => {
    const now = at(MONDAY, '12:00');
    expect(toNumber(elapsedShareOf(day('2026-07-07'), now, working()))).toBe(0);
    expect(toNumber(elapsedShareOf(day('2026-07-03'), now, working()))).toBe(1);
  });

  it('expects nothing at 11:00 after a morning off, and everything by the end', () => {
    const world = working({}, { daysOff: off({ day: day(MONDAY), share: 0.5, half: 'morning' }) });
    expect(['11:00', '13:30', '15:45', '18:00'].map((clock) => f(clock, world))).toEqual([0, 0, 0.5, 1]);
  });

  it('expects everything by the middle of the day before an afternoon off', () => {
    const half = { day: day(MONDAY), weight: 0.5, half: 'afternoon' as const, name: 'Party' };
    const world = working({ companyDays: [half] });
    expect(['09:00', '11:15', '13:30', '18:00'].map((clock) => f(clock, world))).toEqual([0, 0.5, 1, 1]);
  });

  it('is the share of normal hours on a half day that does not say which half', () => {
    const world = working({}, { daysOff: off({ day: day(MONDAY), share: 0.5 }) });
    expect([f('11:15', world), f('13:30', world)]).toEqual([0.25, 0.5]);
  });

  it('follows the rep’s own hours and zone', () => {
    const world = working({}, { daysOff: [], zone: 'Asia/Seoul', hours: { from: '10:00', to: '14:00' } });
    expect(f('11:00', world, MONDAY, 'Asia/Seoul')).toBe(0.25);
  });

  it('never falls while a day goes on', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 });
    const half = fc.constantFrom('morning' as const, 'afternoon' as const);
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 0, max: 100 }), half, (a, b, percent, side) => {
        const world = working({}, { daysOff: off({ day: day(MONDAY), share: percent / 100, half: side }) });
        const start = at(MONDAY, '00:00');
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((m) =>
          elapsedShareOf(day(MONDAY), start + m * 60_000, world),
        );
        expect(compare(early!, late!)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('f on the day a clock changes, in real hours', () => {
  const round = { hours: { from: '00:00', to: '24:00' } };
  // [zone, day, real hours of the day, hours gone at local noon]
  it.each([
    ['America/New_York', '2026-03-08', 23, 11],
    ['America/New_York', '2026-11-01', 25, 13],
    ['Europe/London', '2026-03-29', 23, 11],
    ['Europe/London', '2026-10-25', 25, 13],
    ['Australia/Lord_Howe', '2026-10-04', 23.5, 11.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5, 12.5],
    ['Asia/Seoul', '2026-03-29', 24, 12],
  ])('%s %s has %f hours, %f of them before noon', (zone, date, length, gone) => {
    const world = working({ zone, ...round });
    expect(toNumber(elapsedShareOf(day(date), at(date, '12:00', zone), world))).toBeCloseTo(
      gone / length,
      14,
    );
    expect(toNumber(elapsedShareOf(day(date), at(date, '00:00', zone), world))).toBe(0);
    const nextMidnight = at(date, '00:00', zone) + length * 3_600_000;
    expect(toNumber(elapsedShareOf(day(date), nextMidnight, world))).toBe(1);
    expect(toNumber(elapsedShareOf(day(date), nextMidnight - 1, world))).toBeLessThan(1);
  });

  it('leaves normal hours alone that the change does not touch', () => {
    const world = working({ zone: 'America/New_York' });
    expect(f('13:30', world, '2026-03-08', 'America/New_York')).toBe(0.5);
  });

  it('takes hours the change swallows whole as over once they have begun', () => {
    const world = working({ zone: 'America/New_York', hours: { from: '02:00', to: '03:00' } });
    const three = at('2026-03-08', '03:00', 'America/New_York');
    expect(toNumber(elapsedShareOf(day('2026-03-08'), three, world))).toBe(1);
    expect(toNumber(elapsedShareOf(day('2026-03-08'), three + 60 * 60_000, world))).toBe(1);
    expect(toNumber(elapsedShareOf(day('2026-03-08'), three - 1, world))).toBe(0);
  });
});
