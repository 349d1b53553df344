import { describe, expect, it } from 'vitest';
import { pace } from '@/lib/kpi/pace/pace';
import { at, day, off, working } from '../../domain/calendar/support';
import { figures, JULY, plain, range, whole } from './support';

const changed = [
  { from: null, to: day('2026-06-08'), target: 100 },
  { from: day('2026-06-08'), to: null, target: 200 },
];

describe('a target changed on the way', () => {
  it('counts each version for the rep-days it covers', () => {
    const result = figures(plain, { versions: changed });
    expect(result.target).toBe(175); // 100·5/20 + 200·15/20
    expect(result.expected).toBe(75); // 100·5/20 + 200·5/20
    expect(result.versions.map((version) => [version.weight, version.elapsed])).toEqual([
      [5, 5],
      [15, 5],
    ]);
  });

  it('does not change what was expected before the change', () => {
    const now = at('2026-06-05', '18:00');
    expect(figures(plain, { versions: changed, now }).expected).toBe(figures(plain, { now }).expected);
  });

  it('weighs by rep-days, not civil days', () => {
    const away = working(
      {},
      { daysOff: off('2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05') },
    );
    expect(figures(plain, { versions: changed, working: away }).target).toBe(200);
  });

  it('lets an open version end where the next begins', () => {
    const open = changed.map((version) => ({ ...version, to: null }));
    expect(figures(plain, { versions: open.toReversed() }).target).toBe(175);
  });

  it('ends at the whole target, also along a curve', () => {
    const curve = { kind: 'seasonal', history: [[1, 1, 1, 7]] } as const;
    const over = figures(plain, { versions: changed, curve, now: at('2026-07-01', '00:00') });
    expect([over.expected, over.effectiveTarget]).toEqual([175, 175]);
  });

  it('gives nothing for days no version covers', () => {
    expect(figures(plain, { versions: [{ from: day('2026-06-15'), to: null, target: 100 }] }).target).toBe(
      50,
    );
  });

  it('refuses two versions for one day', () => {
    const clash = [
      { from: null, to: day('2026-06-10'), target: 1 },
      { from: day('2026-06-08'), to: null, target: 2 },
    ];
    expect(pace({ ...plain, versions: clash })).toMatchObject({
      kind: 'refused',
      reason: 'versions-overlap',
    });
    const twins = [
      { from: null, to: null, target: 1 },
      { from: null, to: null, target: 2 },
    ];
    expect(pace({ ...plain, versions: twins })).toMatchObject({ reason: 'versions-overlap' });
  });
});

describe('days off and the target', () => {
  it('may lift it for a Saturday worker', () => {
    const saturday = working({}, { daysOff: [], week: [1, 1, 1, 1, 1, 1, 0] });
    const result = figures(plain, { working: saturday, prorate: true });
    expect([result.periodWeight, result.repWeight, result.effectiveTarget]).toEqual([20, 24, 120]);
  });

  it('shorten it for a part-time rep, exactly', () => {
    const part = working({}, { daysOff: off({ day: day('2026-06-01'), share: 0.5 }), factor: 0.8 });
    const result = figures(plain, { working: part, prorate: true });
    expect([result.repWeight, result.effectiveTarget]).toEqual([15.6, 78]);
  });

  it('shorten it for a rep who joins in the middle', () => {
    const joins = working({}, { daysOff: [], employed: { from: day('2026-06-15') } });
    expect(figures(plain, { working: joins, prorate: true })).toMatchObject({
      effectiveTarget: 50,
      status: 'not_started',
    });
    const later = figures(plain, {
      working: joins,
      prorate: true,
      now: at('2026-06-22', '00:00'),
      actual: 25,
    });
    expect(later).toMatchObject({ expected: 25, status: 'on', u: 0.5 });
  });

  it('have no rule where the organisation does not work at all', () => {
    const weekend = {
      period: range('2026-06-06', '2026-06-08'),
      now: at('2026-06-06', '18:00'),
      prorate: true,
    };
    const saturday = working({}, { daysOff: [], week: [0, 0, 0, 0, 0, 1, 0] });
    expect(figures(plain, { ...weekend, working: saturday })).toMatchObject({
      status: 'no_target',
      proration: null,
      effectiveTarget: null,
    });
  });

  it('work over a year end and in a four-day week', () => {
    const four = working({ week: [1, 1, 1, 1, 0, 0, 0], weekStart: 7 });
    const result = figures(plain, {
      period: range('2026-12-27', '2027-01-03'),
      working: four,
      now: at('2026-12-30', '00:00'),
    });
    expect([result.periodWeight, result.elapsedWeight, result.expected]).toEqual([4, 2, 50]);
  });
});

describe('ramp', () => {
  const quarter = { period: range('2026-07-01', '2026-10-01'), now: at('2026-10-01', '00:00') };
  const months = [0.5, 0.5, 0.75, 0.75];
  const ramp = (hired: string, over = {}) =>
    figures(plain, { ...quarter, ramp: { hired: day(hired), months }, ...over }).ramp;

  it('is the mean of the period’s months, month 1 being the calendar month of hire', () => {
    expect(ramp('2026-07-01')).toBe(1.75 / 3);
    expect(ramp('2026-07-31')).toBe(1.75 / 3);
    expect(ramp('2026-06-15')).toBe(2 / 3);
  });

  it('is whole after the last month of the list', () => {
    expect(ramp('2026-03-01')).toBe(1);
    expect(ramp('2026-04-30')).toBe(2.75 / 3);
  });

  it('leaves months before the hire out of the mean', () => {
    expect(ramp('2026-09-10')).toBe(0.5);
  });

  it('lowers target and expectation alike', () => {
    const july = {
      period: JULY,
      now: at('2026-07-15', '18:00'),
      ramp: { hired: day('2026-06-01'), months: [0.25, 0.5] },
    };
    const result = figures(plain, { ...july, versions: whole(230) });
    expect([result.ramp, result.effectiveTarget, result.expected]).toEqual([0.5, 115, 55]);
  });
});
