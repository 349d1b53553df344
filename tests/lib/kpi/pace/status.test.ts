import { describe, expect, it } from 'vitest';
import { at, day, off, working } from '../../domain/calendar/support';
import { figures, golden, plain, range, whole } from './support';

const status = (over: Parameters<typeof figures>[1], base = plain) => figures(base, over).status;

describe('the bands', () => {
  it('include their lower edge', () => {
    const at50 = [55, 54.999, 50, 49.999, 45, 44.999].map((actual) => status({ actual }));
    expect(at50).toEqual(['ahead', 'on', 'on', 'watch', 'watch', 'behind']);
  });

  it('compare exactly where a float would miss its own edge', () => {
    // 0.9 of the 1/20 expected on the first of 20 days.
    expect(0.045 / (1 / 20) < 0.9).toBe(true);
    expect(status({ versions: whole(1), now: at('2026-06-02', '00:00'), actual: 0.045 })).toBe('watch');
  });

  it('hold their edges for every target, day and band', () => {
    for (let target = 1; target <= 60; target += 1) {
      for (let days = 1; days <= 19; days += 1) {
        const now = at(`2026-06-${String(days + 1 + 2 * Math.floor(days / 5)).padStart(2, '0')}`, '00:00');
        // E = target·days/20; an actual of 0.9·E is a decimal, exactly on the edge.
        const actual = (target * days * 45) / 1000;
        const result = figures(plain, { versions: whole(target), now, actual });
        expect([result.elapsedWeight, result.status]).toEqual([days, 'watch']);
      }
    }
  });

  it('are configurable', () => {
    expect(status({ actual: 40, bands: { ahead: 1.2, on: 1, watch: 0.8 } })).toBe('watch');
    expect(status({ actual: 39.9, bands: { ahead: 1.2, on: 1, watch: 0.8 } })).toBe('behind');
  });
});

describe('the noise guard', () => {
  it('does not call 2 of 4 expected meetings behind (p = 0.238)', () => {
    const result = figures(plain, { versions: whole(8), actual: 2, guard: { kind: 'count' } });
    expect(result.expected).toBe(4);
    expect(result.guard.p).toBeCloseTo(0.2381, 4);
    expect([result.status, result.guard.allows]).toEqual(['watch', false]);
  });

  it('calls 1 of 4 behind (p = 0.092)', () => {
    expect(status({ versions: whole(8), actual: 1, guard: { kind: 'count' } })).toBe('behind');
  });

  it('floors a fractional count', () => {
    const result = figures(plain, { versions: whole(8), actual: 1.9, guard: { kind: 'count' } });
    expect(result.guard.p).toBeCloseTo(Math.exp(-4) * 5, 12);
    expect(result.status).toBe('behind');
  });

  it('holds money back until a fifth of the days or five expected deals', () => {
    const money = (date: string, averageDeal: number | null) =>
      status({ actual: 0, now: at(date, '00:00'), guard: { kind: 'money', averageDeal } });
    expect(money('2026-06-05', null)).toBe('behind'); // u = 4/20, the edge
    expect(money('2026-06-04', null)).toBe('watch'); // u = 3/20
    expect(money('2026-06-04', 3)).toBe('behind'); // 15 expected by now in deals of 3: five
    expect(money('2026-06-04', 3.1)).toBe('watch');
  });

  it('counts deals expected by now where they are told', () => {
    const told = (dealsExpectedByNow: number) =>
      status({ actual: 0, now: at('2026-06-04', '00:00'), guard: { kind: 'money', dealsExpectedByNow } });
    expect([told(5), told(4.99)]).toEqual(['behind', 'watch']);
  });

  it('never lifts a figure that is not behind', () => {
    expect(status({ actual: 46, guard: { kind: 'count' } })).toBe('watch');
    expect(status({ actual: 60, guard: { kind: 'count' } })).toBe('ahead');
  });
});

describe('the edges of a period', () => {
  it('has not started before its first working moment, whatever is booked', () => {
    for (const now of [at('2026-05-20', '12:00'), at('2026-06-01', '00:00'), at('2026-06-01', '09:00')]) {
      const result = figures(plain, { now, actual: 7 });
      expect([result.status, result.paceIndex, result.expected, result.projection]).toEqual([
        'not_started',
        null,
        0,
        null,
      ]);
      expect(result.requiredPerDay).toBe(93 / 20);
    }
  });

  it('expects less than the target at the start of the last day', () => {
    const result = figures(plain, { now: at('2026-06-26', '09:00') });
    expect([result.expected, result.requiredPerDay]).toEqual([95, 50]);
  });

  it('lets the bands apply when no working day is left but the period runs', () => {
    const weekend = figures(plain, { now: at('2026-06-27', '12:00'), actual: 95 });
    expect(weekend).toMatchObject({
      status: 'watch',
      noDaysLeft: true,
      requiredPerDay: null,
      catchUp: null,
      projection: 95,
      final: false,
      dayOff: true,
    });
  });

  it('is hit or missed once over, with nothing projected', () => {
    const over = { now: at('2026-06-29', '00:00') };
    expect(figures(plain, { ...over, actual: 100 })).toMatchObject({
      status: 'hit',
      final: true,
      projection: null,
      requiredPerDay: null,
    });
    expect(figures(plain, { ...over, actual: 99.99 })).toMatchObject({
      status: 'missed',
      expected: 100,
      paceIndex: 0.9999,
    });
  });

  it('leaves the guard idle once over: there is nothing left to warn of', () => {
    const over = figures(plain, { now: at('2026-06-29', '00:00'), actual: 10, guard: { kind: 'count' } });
    expect(over.guard).toEqual({ kind: 'count', p: null, deals: null, allows: false });
  });

  it('is off when every day is off, also after the end', () => {
    const away = working(
      {},
      { daysOff: off('2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05') },
    );
    const week = { period: range('2026-06-01', '2026-06-08'), working: away, prorate: true };
    const during = figures(plain, { ...week, now: at('2026-06-03', '12:00') });
    expect(during).toMatchObject({
      status: 'off',
      effectiveTarget: 0,
      target: 100,
      u: null,
      paceIndex: null,
      attainment: null,
    });
    expect(status({ ...week, now: at('2026-06-20', '12:00') })).toBe('off');
    expect(status({ ...week, prorate: false, now: at('2026-06-03', '12:00') })).toBe('off');
  });

  it('has no target for a target of 0, a ramp of 0, or none at all', () => {
    expect(figures(plain, { versions: whole(0) })).toMatchObject({
      status: 'no_target',
      attainment: null,
      paceIndex: null,
      daysBehind: null,
    });
    expect(status({ ramp: { hired: day('2026-06-01'), months: [0] } })).toBe('no_target');
    expect(status({ versions: [] })).toBe('no_target');
  });

  it('has no pace where nothing covers the figure', () => {
    const result = figures(plain, { actual: null });
    expect(result).toMatchObject({
      status: 'no_data',
      paceIndex: null,
      projection: null,
      delta: null,
      attainment: null,
      requiredPerDay: null,
    });
    expect(result.expected).toBe(50);
  });

  it('takes negative actuals as they are', () => {
    const clawedBack = figures(plain, { actual: -10, guard: { kind: 'count' } });
    expect(clawedBack).toMatchObject({
      status: 'behind',
      paceIndex: -0.2,
      projection: -20,
      requiredPerDay: 11,
      catchUp: null,
      attainment: -0.1,
    });
    expect(clawedBack.guard.p).toBe(0);
  });

  it('needs nothing more once the target is reached', () => {
    expect(figures(plain, { actual: 120 })).toMatchObject({ requiredPerDay: 0, catchUp: 0, attainment: 1.2 });
  });

  it('projects from a tenth of the curve on', () => {
    const on = (date: string) => figures(plain, { now: at(date, '00:00'), actual: 10 }).projection;
    expect([on('2026-06-02'), on('2026-06-03')]).toEqual([null, 100]);
  });

  it('knows a day off, on which nobody is told off', () => {
    const off20 = figures(golden, { now: at('2026-07-21', '11:00') });
    expect([off20.dayOff, off20.elapsedWeight]).toEqual([true, 12]);
    expect(figures(golden).dayOff).toBe(false);
  });

  it('expects nothing before noon on a day with the morning off', () => {
    const half = working({}, { daysOff: off({ day: day('2026-06-15'), share: 0.5, half: 'morning' }) });
    const at11 = figures(plain, { working: half, now: at('2026-06-15', '11:00') });
    expect([at11.repWeight, at11.elapsedWeight, at11.elapsedToday]).toEqual([19.5, 10, 0]);
    const at18 = figures(plain, { working: half, now: at('2026-06-15', '18:00') });
    expect(at18.elapsedWeight).toBe(10.5);
  });
});
