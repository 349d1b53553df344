import { describe, expect, it } from 'vitest';
import { toNumber } from '@/lib/domain/calendar/fraction';
import { orgWeight, repWeight, type Working } from '@/lib/domain/calendar/weights';
import type { RepSchedule } from '@/lib/domain/calendar/work-calendar';
import { day, off, working } from './support';

// 2026-07-06 is a Monday, 2026-07-11 a Saturday.
const MONDAY = day('2026-07-06');
const SATURDAY = day('2026-07-11');

function halves(weight: ReturnType<typeof orgWeight>): number[] {
  return [toNumber(weight.weight), toNumber(weight.morning), toNumber(weight.afternoon)];
}
const org = (world: Working, date = MONDAY): number => toNumber(orgWeight(date, world).weight);
const rep = (world: Working, date = MONDAY): number => toNumber(repWeight(date, world).weight);

function holiday(
  date: string,
  over: Parameters<typeof working>[0] = {},
  schedule: RepSchedule | null = null,
): Working {
  const holidays = {
    days: new Map([[day(date), { en: 'Feast' }]]),
    known: { from: 2026, to: 2026 },
    missing: [],
  };
  return working(over, schedule, { holidays });
}

describe('the organisation’s day', () => {
  it('weighs 1 on a working weekday, 0 on the others, 0 on a public holiday', () => {
    expect([org(working()), org(working(), SATURDAY), org(holiday('2026-07-06'))]).toEqual([1, 0, 0]);
    expect(orgWeight(MONDAY, holiday('2026-07-06')).reasons).toContainEqual({
      kind: 'holiday',
      name: 'Feast',
    });
  });

  it('takes any share of a weekday, as written', () => {
    expect(org(working({ week: [0.8, 1, 1, 1, 1, 0, 0] }))).toBe(0.8);
  });

  it('halves a company half day, in the half that is left', () => {
    const morningOff = { day: MONDAY, weight: 0.5, half: 'morning', name: 'Move' } as const;
    expect(halves(orgWeight(MONDAY, working({ companyDays: [morningOff] })))).toEqual([0.5, 0, 0.5]);
    const unnamed = { day: MONDAY, weight: 0.5, name: 'Party' };
    expect(halves(orgWeight(MONDAY, working({ companyDays: [unnamed] })))).toEqual([0.5, 0.25, 0.25]);
    const threeQuarters = { day: MONDAY, weight: 0.75, half: 'afternoon', name: 'Early' } as const;
    expect(halves(orgWeight(MONDAY, working({ companyDays: [threeQuarters] })))).toEqual([0.75, 0.5, 0.25]);
    const quarter = { day: MONDAY, weight: 0.25, half: 'afternoon', name: 'Storm' } as const;
    expect(halves(orgWeight(MONDAY, working({ companyDays: [quarter] })))).toEqual([0.25, 0.25, 0]);
  });

  it('makes a half day listed on a non-working weekday 0', () => {
    expect(org(working({ companyDays: [{ day: SATURDAY, weight: 0.5, name: 'Fair' }] }), SATURDAY)).toBe(0);
  });

  it('counts a make-up Saturday whole, for the rep too', () => {
    const world = working(
      { companyDays: [{ day: SATURDAY, weight: 1, name: 'Make-up day' }] },
      { daysOff: [] },
    );
    expect([org(world, SATURDAY), rep(world, SATURDAY)]).toEqual([1, 1]);
  });

  it('lets a company day speak over a public holiday', () => {
    const open = { day: MONDAY, weight: 1, name: 'We open' };
    const half = { day: MONDAY, weight: 0.5, name: 'We open till noon' };
    expect(org(holiday('2026-07-06', { companyDays: [open] }))).toBe(1);
    expect(org(holiday('2026-07-06', { companyDays: [half] }))).toBe(0.5);
  });
});

describe('the rep’s day', () => {
  it('is the organisation’s without a schedule', () => {
    expect([rep(working()), rep(working(), SATURDAY)]).toEqual([1, 0]);
  });

  it('is weight × (1 − share) × factor', () => {
    const halfOff = off({ day: MONDAY, share: 0.5 });
    expect(rep(working({}, { daysOff: halfOff }))).toBe(0.5);
    expect(rep(working({}, { daysOff: halfOff, factor: 0.8 }))).toBe(0.4);
    const partDay = { companyDays: [{ day: MONDAY, weight: 0.5, name: 'Half' }] };
    expect(rep(working(partDay, { daysOff: halfOff }))).toBe(0.25);
    expect(rep(working(partDay, { daysOff: halfOff, factor: 0.8 }))).toBe(0.2);
  });

  it('replaces the organisation’s week by the rep’s own', () => {
    const own = {
      daysOff: [],
      week: [0, 1, 1, 1, 1, 1, 0] as [number, number, number, number, number, number, number],
    };
    expect([rep(working({}, own)), rep(working({}, own), SATURDAY)]).toEqual([0, 1]);
  });

  it('keeps a rep’s free Monday free when the company opens on a holiday', () => {
    const own = {
      daysOff: [],
      week: [0, 1, 1, 1, 1, 0, 0] as [number, number, number, number, number, number, number],
    };
    const world = holiday('2026-07-06', { companyDays: [{ day: MONDAY, weight: 1, name: 'Open' }] }, own);
    expect([org(world), rep(world)]).toEqual([1, 0]);
  });

  it('is 0 on a public holiday, on a whole day off, and outside employment', () => {
    expect(rep(holiday('2026-07-06', {}, { daysOff: [] }))).toBe(0);
    expect(rep(working({}, { daysOff: off('2026-07-06') }))).toBe(0);
    const joins = { daysOff: [], employed: { from: day('2026-07-07'), to: day('2026-07-10') } };
    const days = ['2026-07-06', '2026-07-07', '2026-07-09', '2026-07-10'];
    expect(days.map((date) => rep(working({}, joins), day(date)))).toEqual([0, 1, 1, 0]);
  });

  it('adds two halves off up to the day, and never below 0', () => {
    const both = off(
      { day: MONDAY, share: 0.5, half: 'morning' },
      { day: MONDAY, share: 0.5, half: 'afternoon' },
    );
    expect(halves(repWeight(MONDAY, working({}, { daysOff: both })))).toEqual([0, 0, 0]);
    expect(rep(working({}, { daysOff: off('2026-07-06', { day: MONDAY, share: 0.5 }) }))).toBe(0);
  });

  it('takes a morning off from the morning, then from what is left', () => {
    const morning = off({ day: MONDAY, share: 0.5, half: 'morning' });
    expect(halves(repWeight(MONDAY, working({}, { daysOff: morning })))).toEqual([0.5, 0, 0.5]);
    const noMorning = { companyDays: [{ day: MONDAY, weight: 0.5, half: 'morning' as const, name: 'x' }] };
    expect(halves(repWeight(MONDAY, working(noMorning, { daysOff: morning })))).toEqual([0.25, 0, 0.25]);
  });

  it('keeps the holidays of the rep’s own country where they are given', () => {
    const world = holiday('2026-07-06', {}, { daysOff: [] });
    const elsewhere = { ...world, repHolidays: { days: new Map(), known: null, missing: [] } };
    expect([org(elsewhere), rep(elsewhere)]).toEqual([0, 1]);
  });
});
