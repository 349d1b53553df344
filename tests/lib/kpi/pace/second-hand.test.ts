import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_HOLIDAYS } from '@/lib/domain/calendar/holidays';
import type { CompanyDay, Hours, RepSchedule, Week } from '@/lib/domain/calendar/work-calendar';
import type { Day } from '@/lib/domain/time';
import { pace } from '@/lib/kpi/pace/pace';
import type { AccumulatingInput, PaceFigures } from '@/lib/kpi/pace/result';
import { calendar } from '../../domain/calendar/support';

/**
 * Cases worked out by a second hand: facts §D2 and §D15 written again from the text alone, in exact fractions, with
 * another language's clocks. Odd weeks and hours, half days, part-time, clock changes, changed targets, ramps, curves.
 */
interface Case {
  readonly given: Pick<
    AccumulatingInput,
    'now' | 'actual' | 'versions' | 'prorate' | 'guard' | 'ramp' | 'curve' | 'bands'
  > & {
    readonly start: Day;
    readonly end: Day;
    readonly zone: string;
    readonly hours: Hours;
    readonly week: Week;
    readonly companyDays: CompanyDay[];
    readonly holidays: readonly Day[];
    readonly rep: RepSchedule | null;
  };
  readonly expected: Partial<PaceFigures> & { readonly share?: number; readonly p?: number };
}
const CASES = JSON.parse(readFileSync('tests/fixtures/pace/cases.json', 'utf8')) as readonly Case[];

function figuresOf({ start, end, zone, hours, week, companyDays, holidays, rep, ...rest }: Case['given']) {
  const days = new Map(holidays.map((one) => [one, { en: 'Holiday' }]));
  return pace({
    ...rest,
    shape: 'accumulating',
    period: { start, end },
    working: {
      calendar: calendar({ zone, hours, week, companyDays }),
      holidays: { ...NO_HOLIDAYS, days },
      schedule: rep,
    },
  });
}

describe('pace comes out as a second hand worked it out', () => {
  it.each(CASES.map((one, at) => [at + 1, one.expected.status, one] as const))('%i: %s', (_, status, one) => {
    const result = figuresOf(one.given);
    if (result.kind === 'refused') throw new Error(result.message);
    expect(result.status).toBe(status);
    const { share, p, status: _status, ...figures } = one.expected;
    const seen = { ...result, share: result.curve.share, p: result.guard.p };
    for (const [name, expected] of Object.entries({ ...figures, share, p })) {
      if (expected === undefined) continue;
      const value = seen[name as keyof typeof seen];
      if (typeof expected !== 'number') expect(value, name).toBe(expected);
      else
        expect(Math.abs(Number(value) - expected), name).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)));
    }
  });
});
