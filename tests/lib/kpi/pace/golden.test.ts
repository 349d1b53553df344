import { describe, expect, it } from 'vitest';
import { at, working } from '../../domain/calendar/support';
import { figures, golden } from './support';

describe('the golden case: July 2026, 150 of 400 calls by the 15th', () => {
  const result = figures(golden);

  it('weighs 22 days, 17 for the rep, 10 of them gone', () => {
    expect([result.periodWeight, result.repWeight, result.elapsedWeight, result.weightLeft]).toEqual([
      22, 17, 10, 7,
    ]);
  });

  it('shortens the target by the agreed rule and keeps the agreed figure beside it', () => {
    expect(result.target).toBe(400);
    expect(result.proration).toBe(17 / 22);
    expect(result.effectiveTarget).toBe((400 * 17) / 22);
    expect(result.effectiveTarget).toBeCloseTo(309.0909090909, 9);
  });

  it('expects 181.82 and finds index 0.825', () => {
    expect(result.u).toBe(10 / 17);
    expect(result.curve.share).toBe(10 / 17);
    expect(result.expected).toBe(2000 / 11);
    expect(result.paceIndex).toBe(0.825);
    expect(result.delta).toBe(-350 / 11);
    expect(result.attainment).toBeCloseTo(150 / (6800 / 22), 15);
  });

  it('projects 255 and needs 22.73 a day at 15 a day now', () => {
    expect(result.projection).toBe(255);
    expect(result.requiredPerDay).toBe(1750 / 77);
    expect(result.currentPerDay).toBe(15);
    expect(result.catchUp).toBeCloseTo(1750 / 77 / 15, 15);
    expect(result.daysBehind).toBe(1.75);
  });

  it('says behind, for p is 0.0086', () => {
    expect(result.guard.p).toBeCloseTo(0.0086, 4);
    expect([result.status, result.guard.allows]).toEqual(['behind', true]);
  });

  it('is the same at the end of the 15th, at midnight and before work on the 16th', () => {
    const same = (clock: string, date: string) => figures(golden, { now: at(date, clock) }).expected;
    expect([same('23:59', '2026-07-15'), same('00:00', '2026-07-16'), same('09:00', '2026-07-16')]).toEqual(
      Array.from({ length: 3 }, () => 2000 / 11),
    );
  });

  it('beats the naive calendar, which expects 193.5 and projects 310', () => {
    const naive = figures(golden, {
      working: working({ week: [1, 1, 1, 1, 1, 1, 1] }),
      now: at('2026-07-16', '00:00'),
    });
    expect(naive.expected).toBeCloseTo(193.548387, 6);
    expect(naive.projection).toBe(310);
  });

  it('leaves the target whole where days off are not agreed to shorten it', () => {
    const money = figures(golden, { prorate: false });
    expect([money.effectiveTarget, money.proration, money.expected]).toEqual([400, 1, 4000 / 17]);
  });
});
