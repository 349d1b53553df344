import type { DayRange } from '@/lib/domain/calendar/workdays';
import { pace } from '@/lib/kpi/pace/pace';
import type { AccumulatingInput, PaceFigures } from '@/lib/kpi/pace/result';
import { at, day, off, working } from '../../domain/calendar/support';

export const range = (start: string, end: string): DayRange => ({ start: day(start), end: day(end) });
export const JULY = range('2026-07-01', '2026-08-01');
export const whole = (target: number) => [{ from: null, to: null, target }];

/** July 2026, Mon–Fri, holiday on the 14th, away 20–24 July, 400 calls, end of 15 July, 150 made. */
export const golden: AccumulatingInput = {
  shape: 'accumulating',
  period: JULY,
  now: at('2026-07-15', '18:00'),
  working: working(
    { companyDays: [{ day: day('2026-07-14'), weight: 0, name: 'Holiday' }] },
    { daysOff: off('2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23', '2026-07-24') },
  ),
  actual: 150,
  versions: whole(400),
  prorate: true,
  guard: { kind: 'count' },
};

/** Four weeks of June 2026 (Mon 1st … Sun 28th): 20 working days, nothing special, target 100, no guard. */
export const plain: AccumulatingInput = {
  shape: 'accumulating',
  period: range('2026-06-01', '2026-06-29'),
  now: at('2026-06-15', '00:00'),
  working: working(),
  actual: 50,
  versions: whole(100),
  prorate: false,
  guard: { kind: 'none' },
};

/** The figures of an input, with changes; fails when the terms are refused. */
export function figures(base: AccumulatingInput, over: Partial<AccumulatingInput> = {}): PaceFigures {
  const result = pace({ ...base, ...over });
  if (result.kind === 'refused') throw new Error(result.message);
  return result;
}
