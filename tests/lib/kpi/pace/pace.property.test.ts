/**
 * Laws: no figure is NaN or infinite · the index rises with the actual · a better actual never gives a worse word ·
 * proration is Wrep/Wperiod · expectation never falls as time passes · what is refused says why.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pace } from '@/lib/kpi/pace/pace';
import type { AccumulatingInput, PaceFigures } from '@/lib/kpi/pace/result';
import { addDays } from '@/lib/domain/time';
import { at, day, off, working } from '../../domain/calendar/support';
import { figures, plain, range, whole } from './support';

const cents = (max: number) => fc.integer({ min: -max, max }).map((value) => value / 100);
const share = fc.integer({ min: 0, max: 20 }).map((value) => value / 20);
const zone = fc.constantFrom('America/New_York', 'Europe/London', 'Asia/Seoul', 'Australia/Lord_Howe');
const week = fc.tuple(share, share, share, share, share, share, share);
const world = fc
  .record({
    zone,
    week,
    own: fc.option(week, { nil: undefined }),
    factor: share,
    offAt: fc.integer({ min: 0, max: 40 }),
    offShare: share,
  })
  .map(({ zone: place, week: org, own, factor, offAt, offShare }) =>
    working(
      { zone: place, week: org, hours: { from: '00:00', to: '24:00' } },
      {
        daysOff: off({ day: addDays(day('2026-03-01'), offAt), share: offShare }),
        factor,
        ...(own ? { week: own } : {}),
      },
    ),
  );
const period = fc
  .tuple(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 1, max: 40 }))
  .map(([start, length]) => {
    const first = addDays(day('2026-03-01'), start);
    return { start: first, end: addDays(first, length) };
  });
const curve = fc.oneof(
  fc.constant({ kind: 'linear' } as const),
  fc
    .array(fc.array(cents(5000), { maxLength: 6 }), { maxLength: 3 })
    .map((history) => ({ kind: 'seasonal', history }) as const),
);
const guard = fc.oneof(
  fc.constant({ kind: 'count' } as const),
  fc.constant({ kind: 'none' } as const),
  cents(9000).map((averageDeal) => ({ kind: 'money', averageDeal }) as const),
);
const input: fc.Arbitrary<AccumulatingInput> = fc
  .record({
    period,
    world,
    curve,
    guard,
    prorate: fc.boolean(),
    actual: fc.option(cents(100_000), { nil: null }),
    target: fc.integer({ min: 0, max: 50_000 }).map((value) => value / 100),
    second: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
    minutes: fc.integer({ min: -3000, max: 60_000 }),
    ramp: fc.option(fc.array(share, { maxLength: 4 }), { nil: null }),
  })
  .map(({ world: place, target, second, minutes, ramp, ...rest }) => ({
    ...rest,
    shape: 'accumulating',
    working: place,
    now: at(rest.period.start, '00:00', place.calendar.zone) + minutes * 60_000,
    versions:
      second === null
        ? whole(target)
        : [...whole(target), { from: addDays(rest.period.start, 3), to: null, target: second }],
    ramp: ramp && { hired: day('2026-02-14'), months: ramp },
  }));

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
const RANK = ['behind', 'watch', 'on', 'ahead'];

describe('pace, whatever comes in', () => {
  it('is never NaN or infinite', () => {
    fc.assert(
      fc.property(input, (given) => {
        const result = pace(given);
        expect(numbersIn(result).every(Number.isFinite)).toBe(true);
        expect(result.kind).toBe('accumulating');
      }),
      { numRuns: 400 },
    );
  });

  it('refuses figures that are no numbers, and says so', () => {
    const wild = fc.constantFrom(Number.NaN, Infinity, -Infinity, 1e300, 5e-324);
    fc.assert(
      fc.property(wild, fc.constantFrom('actual', 'target', 'history', 'now'), (bad, where) => {
        const given: AccumulatingInput = {
          ...plain,
          ...(where === 'actual' ? { actual: bad } : {}),
          ...(where === 'target' ? { versions: whole(bad) } : {}),
          ...(where === 'history' ? { curve: { kind: 'seasonal', history: [[1, bad]] } } : {}),
          ...(where === 'now' ? { now: bad } : {}),
        };
        expect(pace(given)).toMatchObject({ kind: 'refused', reason: 'bad-number' });
      }),
    );
    expect(pace({ ...plain, versions: whole(-1) })).toMatchObject({ reason: 'negative-target' });
    expect(pace({ ...plain, period: range('2026-06-02', '2026-06-02') })).toMatchObject({
      reason: 'period-empty',
    });
    expect(pace({ ...plain, bands: { ahead: 0.9, on: 1, watch: 1.1 } })).toMatchObject({
      reason: 'bands-order',
    });
  });

  it('has an index that rises with the actual, and a word that never gets worse', () => {
    fc.assert(
      fc.property(input, cents(50_000), fc.integer({ min: 1, max: 50_000 }), (given, low, more) => {
        const [a, b] = [low, low + more].map((actual) => pace({ ...given, actual }) as PaceFigures);
        expect(b!.paceIndex === null).toBe(a!.paceIndex === null);
        if (a!.paceIndex === null) return;
        expect(b!.paceIndex!).toBeGreaterThan(a!.paceIndex);
        if (RANK.includes(a!.status))
          expect(RANK.indexOf(b!.status)).toBeGreaterThanOrEqual(RANK.indexOf(a!.status));
      }),
      { numRuns: 200 },
    );
  });

  it('shortens the target by Wrep/Wperiod', () => {
    fc.assert(
      fc.property(input, (given) => {
        const [cut, full] = [true, false].map((prorate) => pace({ ...given, prorate }) as PaceFigures);
        if (cut!.effectiveTarget === null || full!.effectiveTarget === null || cut!.periodWeight === 0)
          return;
        expect(cut!.effectiveTarget).toBeCloseTo(
          (full!.effectiveTarget * cut!.repWeight) / cut!.periodWeight,
          7,
        );
        expect(cut!.u).toBe(full!.u);
      }),
      { numRuns: 200 },
    );
  });

  it('expects no less as time passes on a straight line, from 0 to the target', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 0, max: 30_000 }), (given, minutes) => {
        const straight = { ...given, curve: { kind: 'linear' } as const, versions: whole(100) };
        const [now, then] = [0, minutes].map(
          (wait) => pace({ ...straight, now: given.now + wait * 60_000 }) as PaceFigures,
        );
        if (now!.expected === null) return;
        expect(then!.expected!).toBeGreaterThanOrEqual(now!.expected);
        expect(now!.expected).toBeGreaterThanOrEqual(0);
        expect(then!.expected!).toBeLessThanOrEqual(then!.effectiveTarget!);
      }),
      { numRuns: 200 },
    );
  });
});

describe('pace over a clock change', () => {
  const round = { from: '00:00', to: '24:00' };
  it.each([
    ['America/New_York', '2026-03-08', 11 / 23],
    ['America/New_York', '2026-11-01', 13 / 25],
    ['Europe/London', '2026-03-29', 11 / 23],
    ['Australia/Lord_Howe', '2026-10-04', 11.5 / 23.5],
    ['Asia/Seoul', '2026-03-29', 0.5],
  ])('%s, %s: the real hours before noon', (place, date, gone) => {
    const result = figures(plain, {
      working: working({ zone: place, week: [1, 1, 1, 1, 1, 1, 1], hours: round }),
      period: { start: day(date), end: addDays(day(date), 1) },
      now: at(date, '12:00', place),
    });
    expect(result.expected).toBeCloseTo(100 * gone, 12);
  });
});
