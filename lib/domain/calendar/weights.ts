import { type Day, weekdayOf } from '../time.ts';
import { clamp, compare, type Fraction, fraction, HALF, mul, ONE, sub, sum, ZERO } from './fraction.ts';
import type { Holidays } from './holidays.ts';
import type { Half, RepSchedule, Week, WorkCalendar } from './work-calendar.ts';

/** Everything that says how much a day weighs. `schedule` null: the organisation itself, or a team. */
export interface Working {
  readonly calendar: WorkCalendar;
  readonly holidays: Holidays;
  readonly schedule: RepSchedule | null;
  /** Holidays of a rep who keeps another country's than the organisation. */
  readonly repHolidays?: Holidays;
}

export type Reason =
  | { readonly kind: 'weekday'; readonly weight: number }
  | { readonly kind: 'holiday'; readonly name: string; readonly local?: string }
  | { readonly kind: 'company-day'; readonly name: string; readonly weight: number }
  | { readonly kind: 'part-time'; readonly factor: number }
  | { readonly kind: 'away'; readonly share: number }
  | { readonly kind: 'not-employed' };

/** What a day weighs, in full days, and how that lies in its two halves (`morning` + `afternoon` = `weight`). */
export interface DayWeight {
  readonly weight: Fraction;
  readonly morning: Fraction;
  readonly afternoon: Fraction;
  readonly reasons: readonly Reason[];
}

/** The organisation's weight of a day: weekday × (company day, else 0 on a public holiday, else 1). */
export function orgWeight(day: Day, working: Working): DayWeight {
  return calendarWeight(day, working, working.calendar.week, working.holidays);
}

/**
 * A rep's weight of a day: (own or the organisation's week, holidays and company days as above)
 * × (1 − share off) × part-time factor; 0 outside employment. Source: facts §D15 "Pace".
 */
export function repWeight(day: Day, working: Working): DayWeight {
  const { schedule, calendar } = working;
  if (schedule === null) return orgWeight(day, working);
  const { employed, factor } = schedule;
  if (
    (employed?.from !== undefined && day < employed.from) ||
    (employed?.to !== undefined && day >= employed.to)
  ) {
    return { weight: ZERO, morning: ZERO, afternoon: ZERO, reasons: [{ kind: 'not-employed' }] };
  }
  const holidays = working.repHolidays ?? working.holidays;
  let weight = calendarWeight(day, working, schedule.week ?? calendar.week, holidays);
  const away = schedule.daysOff.filter((off) => off.day === day);
  if (away.length > 0) weight = takeAway(weight, away);
  if (factor === undefined || factor === 1) return weight;
  const share = fraction(factor);
  return {
    weight: mul(weight.weight, share),
    morning: mul(weight.morning, share),
    afternoon: mul(weight.afternoon, share),
    reasons: [...weight.reasons, { kind: 'part-time', factor }],
  };
}

function calendarWeight(day: Day, working: Working, week: Week, holidays: Holidays): DayWeight {
  const { calendar } = working;
  const index = weekdayOf(day) - 1;
  const weekday = week[index] ?? 0;
  const reasons: Reason[] = [{ kind: 'weekday', weight: weekday }];
  const company = calendar.companyDays.find((entry) => entry.day === day);
  const holiday = holidays.days.get(day);
  if (holiday) {
    const local = holiday.local === undefined ? {} : { local: holiday.local };
    reasons.push({ kind: 'holiday', name: holiday.en, ...local });
  }
  if (company) {
    reasons.push({ kind: 'company-day', name: company.name, weight: company.weight });
    // A make-up day: the organisation opens on a weekday it never works, so this is a whole day for everybody.
    const makeUp = company.weight === 1 && calendar.week[index] === 0 && weekday === 0;
    const base = makeUp ? ONE : fraction(weekday);
    return { ...split(base, sub(ONE, fraction(company.weight)), company.half), reasons };
  }
  return { ...split(holiday ? ZERO : fraction(weekday), ZERO, undefined), reasons };
}

function split(base: Fraction, lost: Fraction, half: Half | undefined): Omit<DayWeight, 'reasons'> {
  const whole = { weight: base, morning: mul(base, HALF), afternoon: mul(base, HALF) };
  return lose(whole, mul(base, lost), half);
}

/** Shares of one day add up (morning and afternoon off make a day off), at most to the whole day. */
function takeAway(day: DayWeight, away: readonly { share: number; half?: Half | undefined }[]): DayWeight {
  const share = clamp(sum(away.map((off) => fraction(off.share))), ZERO, ONE);
  let rest: Omit<DayWeight, 'reasons'> = day;
  const target = mul(day.weight, sub(ONE, share));
  for (const off of away) {
    const wanted = mul(day.weight, fraction(off.share));
    const possible = sub(rest.weight, target);
    rest = lose(rest, compare(wanted, possible) < 0 ? wanted : possible, off.half);
  }
  const reasons = away.map((off): Reason => ({ kind: 'away', share: off.share }));
  return { ...rest, reasons: [...day.reasons, ...reasons] };
}

/**
 * Takes `lost` from a day: first from the half named, the remainder from the other half; evenly (in proportion to
 * what each half holds) when no half is named.
 */
function lose(
  day: Omit<DayWeight, 'reasons'>,
  lost: Fraction,
  half: Half | undefined,
): Omit<DayWeight, 'reasons'> {
  const weight = sub(day.weight, lost);
  if (weight.n === 0n) return { weight: ZERO, morning: ZERO, afternoon: ZERO };
  if (half === undefined) {
    const kept: Fraction = { n: weight.n * day.weight.d, d: weight.d * day.weight.n };
    return { weight, morning: mul(day.morning, kept), afternoon: mul(day.afternoon, kept) };
  }
  const named = clamp(sub(day[half], lost), ZERO, ONE);
  const other = sub(weight, named);
  return half === 'morning'
    ? { weight, morning: named, afternoon: other }
    : { weight, morning: other, afternoon: named };
}
