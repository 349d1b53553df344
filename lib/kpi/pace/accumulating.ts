import {
  compare,
  div,
  type Fraction,
  fraction,
  mul,
  ONE,
  sub,
  toNumber,
  ZERO,
} from '../../domain/calendar/fraction.ts';
import { holidaysKnown } from '../../domain/calendar/holidays.ts';
import { restOf } from '../../domain/calendar/rest.ts';
import { isDayOff, type WorkPeriod, workPeriod } from '../../domain/calendar/workdays.ts';
import { curveAt } from './curve.ts';
import type { AccumulatingInput, GuardUsed, PaceFigures, Status } from './result.ts';
import { rampShare, type Target, targetOf } from './target.ts';
import { DEFAULT_BANDS, PROJECTION_FROM } from './terms.ts';
import { bandOf, guardIdle, guardOf } from './verdict.ts';

/** Pace of something that adds up. Formulas: facts §D2; settled readings: §D15 "Pace". */
export function paceOfAccumulating(input: AccumulatingInput): PaceFigures {
  const period = workPeriod(input.period, input.now, input.working);
  const since = input.since ?? null;
  const work = since === null ? period : restOf(period, since, input.working);
  const bands = input.bands ?? DEFAULT_BANDS;
  const over = work.phase === 'over';
  const ramp = rampShare(input.ramp, input.period);
  const proration = prorationOf(input.prorate, period);
  const target = targetOf(input.versions, work, period.repWeight);
  const factor = proration && mul(ramp, proration);
  const teff = factor && target.whole && mul(target.whole, factor);
  const u = work.repWeight.n === 0n ? null : div(work.elapsedWeight, work.repWeight);
  const curve = curveAt(input.curve ?? { kind: 'linear' }, u, work, input.period);
  const expected = factor && u && mul(expectedShare(target, curve.share, u), factor);
  const actual = input.actual === null ? null : fraction(input.actual);
  const left = sub(work.repWeight, work.elapsedWeight);
  const due = expected !== null && expected.n > 0n ? expected : null;
  const judged = !over && due !== null && actual !== null && u !== null;
  const guard = judged ? guardOf(input.guard, actual, due, u) : guardIdle(input.guard);
  const hasTarget = teff !== null && teff.n > 0n;

  const required = hasTarget && actual && left.n > 0n ? div(positive(sub(teff, actual)), left) : null;
  const current = actual && work.elapsedWeight.n > 0n ? div(actual, work.elapsedWeight) : null;
  const projects = !over && hasTarget && actual && compare(curve.share, fraction(PROJECTION_FROM)) >= 0;

  return {
    kind: 'accumulating',
    status: statusOf(period, teff, due, actual, () =>
      judged ? shown(bandOf(actual, due, bands), guard) : 'not_started',
    ),
    final: over,
    noDaysLeft: !over && work.repWeight.n > 0n && left.n === 0n,
    dayOff: isDayOff(input.now, input.working),
    holidaysKnown: knowsHolidays(input),
    today: work.today,
    elapsedToday: toNumber(work.elapsedToday),
    periodWeight: toNumber(work.periodWeight),
    repWeight: toNumber(work.repWeight),
    elapsedWeight: toNumber(work.elapsedWeight),
    weightLeft: toNumber(left),
    daysOff: toNumber(sub(period.periodWeight, period.repWeight)),
    target: number(target.whole),
    versions: target.parts,
    ramp: toNumber(ramp),
    proration: number(proration),
    effectiveTarget: number(teff),
    u: number(u),
    curve: curve.used,
    expected: number(expected),
    actual: input.actual,
    attainment: hasTarget && actual ? toNumber(div(actual, teff)) : null,
    paceIndex: due && actual ? toNumber(div(actual, due)) : null,
    delta: expected && actual ? toNumber(sub(actual, expected)) : null,
    projection: projects ? toNumber(div(actual, curve.share)) : null,
    currentPerDay: number(current),
    requiredPerDay: number(required),
    catchUp: required && current && current.n > 0n ? toNumber(div(required, current)) : null,
    daysBehind:
      hasTarget && expected && actual
        ? toNumber(div(mul(sub(expected, actual), work.repWeight), teff))
        : null,
    guard,
    bands,
  };
}

/** Away all period, no target, no data, over, not begun: only then the bands speak. */
function statusOf(
  work: WorkPeriod,
  teff: Fraction | null,
  due: Fraction | null,
  actual: Fraction | null,
  band: () => Status,
): Status {
  if (work.repWeight.n === 0n) return 'off';
  if (teff === null || teff.n <= 0n) return 'no_target';
  if (work.phase === 'over') {
    if (actual === null) return 'no_data';
    return compare(actual, teff) >= 0 ? 'hit' : 'missed';
  }
  if (due === null) return 'not_started';
  return actual === null ? 'no_data' : band();
}

/** Below the bands while the figures are still too few to tell: watch. */
function shown(band: Status, guard: GuardUsed): Status {
  return band === 'behind' && !guard.allows ? 'watch' : band;
}

/**
 * E before ramp and proration. The mean target of the rep-days gone by, along the curve: linear, this is
 * Σ Tₖ·Wₖ(elapsed)/Wrep; with one target it is T·C(u); at the end it is T; and a later version never changes what was
 * expected before it.
 */
function expectedShare(target: Target, share: Fraction, u: Fraction): Fraction {
  return u.n === 0n ? ZERO : mul(div(target.elapsed, u), share);
}

/** Null when days off are to shorten the target of a period in which the organisation does not work at all. */
function prorationOf(prorate: boolean, work: WorkPeriod): Fraction | null {
  if (!prorate) return ONE;
  if (work.repWeight.n === 0n) return ZERO;
  return work.periodWeight.n === 0n ? null : div(work.repWeight, work.periodWeight);
}

function knowsHolidays({ period, working }: AccumulatingInput): boolean {
  const sheets = working.repHolidays ? [working.holidays, working.repHolidays] : [working.holidays];
  return sheets.every((sheet) => holidaysKnown(sheet, period.start, period.end));
}

function positive(value: Fraction): Fraction {
  return value.n > 0n ? value : ZERO;
}

function number(value: Fraction | null): number | null {
  return value === null ? null : toNumber(value);
}
