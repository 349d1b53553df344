import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CalendarPeriod,
  instantsOf,
  monthsIn,
  periodAfter,
  periodOf,
} from '@/lib/domain/calendar/periods';
import { addDays } from '@/lib/domain/time';
import { day } from './support';

const rules = { weekStart: 1, fiscalYearStart: 4 };
const span = (kind: CalendarPeriod, date: string, over = rules): string[] => {
  const { start, end } = periodOf(kind, day(date), over);
  return [start, end];
};

describe('the period that contains a day', () => {
  it('is half-open', () => {
    expect(span('day', '2026-12-31')).toEqual(['2026-12-31', '2027-01-01']);
    expect(span('month', '2026-02-28')).toEqual(['2026-02-01', '2026-03-01']);
    expect(span('quarter', '2026-12-31')).toEqual(['2026-10-01', '2027-01-01']);
    expect(span('year', '2026-01-01')).toEqual(['2026-01-01', '2027-01-01']);
  });

  it('begins its week where the work calendar says', () => {
    expect(span('week', '2026-07-05')).toEqual(['2026-06-29', '2026-07-06']);
    expect(span('week', '2026-07-05', { ...rules, weekStart: 7 })).toEqual(['2026-07-05', '2026-07-12']);
    expect(span('week', '2026-07-04', { ...rules, weekStart: 7 })).toEqual(['2026-06-28', '2026-07-05']);
    expect(span('week', '2027-01-01')).toEqual(['2026-12-28', '2027-01-04']);
  });

  it('shifts fiscal quarters and years', () => {
    expect(span('fiscal-year', '2026-03-31')).toEqual(['2025-04-01', '2026-04-01']);
    expect(span('fiscal-quarter', '2026-03-31')).toEqual(['2026-01-01', '2026-04-01']);
    expect(span('fiscal-quarter', '2026-01-31', { ...rules, fiscalYearStart: 2 })).toEqual([
      '2025-11-01',
      '2026-02-01',
    ]);
  });

  it('names itself in parts', () => {
    const label = (kind: CalendarPeriod, date: string, start = 4): unknown =>
      periodOf(kind, day(date), { ...rules, fiscalYearStart: start }).label;
    expect(label('month', '2026-07-09')).toEqual({ kind: 'month', year: 2026, month: 7 });
    expect(label('quarter', '2026-07-09')).toEqual({ kind: 'quarter', year: 2026, quarter: 3 });
    expect(label('week', '2026-07-09')).toEqual({ kind: 'week', first: '2026-07-06', last: '2026-07-12' });
    expect(label('fiscal-quarter', '2026-03-31')).toEqual({
      kind: 'fiscal-quarter',
      startYear: 2025,
      endYear: 2026,
      quarter: 4,
    });
    expect(label('fiscal-year', '2026-07-09', 1)).toEqual({
      kind: 'fiscal-year',
      startYear: 2026,
      endYear: 2026,
    });
    expect(label('fiscal-quarter', '2026-01-31', 2)).toEqual({
      kind: 'fiscal-quarter',
      startYear: 2025,
      endYear: 2026,
      quarter: 4,
    });
  });

  it('opens and closes by a zone’s midnight', () => {
    const { from, to } = instantsOf({ start: day('2026-03-01'), end: day('2026-04-01') }, 'Europe/London');
    expect((to - from) / 3_600_000).toBe(31 * 24 - 1);
  });

  it('lists the months it touches', () => {
    expect(monthsIn({ start: day('2026-11-15'), end: day('2027-02-01') })).toEqual([
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
    ]);
  });

  it('covers every day once, and neighbours meet', () => {
    const kinds = fc.constantFrom<CalendarPeriod>(
      'day',
      'week',
      'month',
      'quarter',
      'fiscal-quarter',
      'year',
      'fiscal-year',
    );
    fc.assert(
      fc.property(
        kinds,
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 12 }),
        (kind, offset, weekStart, fiscalYearStart) => {
          const own = { weekStart, fiscalYearStart };
          const date = addDays(day('2024-01-01'), offset);
          const period = periodOf(kind, date, own);
          expect(period.start <= date && date < period.end).toBe(true);
          expect(periodOf(kind, addDays(period.end, -1), own)).toEqual(period);
          expect(periodAfter(period, 1, own).start).toBe(period.end);
          expect(periodAfter(periodAfter(period, 2, own), -2, own)).toEqual(period);
        },
      ),
    );
  });
});
