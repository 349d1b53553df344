import { compare, fraction, toNumber } from '../../domain/calendar/fraction.ts';
import { isDayOff, workPeriod } from '../../domain/calendar/workdays.ts';
import { FEW } from '../stats.ts';
import type { LowerFigures, LowerInput, Status } from './result.ts';
import { DEFAULT_BANDS } from './terms.ts';
import { bandOf } from './verdict.ts';

/** A level that should stay low: bands on T/A; A = 0 is best. Source: facts §D2, §D15 "Lower-is-better". */
export function paceOfLower(input: LowerInput): LowerFigures {
  const { actual, target, n } = input;
  const bands = input.bands ?? DEFAULT_BANDS;
  const work = workPeriod(input.period, input.now, input.working);
  const best = actual !== null && actual <= 0;
  const few = n !== undefined && n < FEW;
  const known = actual !== null && target !== null && target > 0;
  const ratio =
    known && actual > 0
      ? toNumber({ n: fraction(target).n * fraction(actual).d, d: fraction(target).d * fraction(actual).n })
      : null;

  let fewData = false;
  const status = (): Status => {
    if (work.repWeight.n === 0n) return 'off';
    if (target === null || target === 0) return 'no_target';
    if (work.phase === 'before') return 'not_started';
    if (actual === null) return 'no_data';
    if (work.phase === 'over') return compare(fraction(actual), fraction(target)) <= 0 ? 'hit' : 'missed';
    if (best) return 'ahead';
    const band = bandOf(fraction(target), fraction(actual), bands);
    fewData = band === 'behind' && few;
    return fewData ? 'watch' : band;
  };
  return {
    kind: 'lower',
    status: status(),
    final: work.phase === 'over',
    dayOff: isDayOff(input.now, input.working),
    actual,
    target,
    attainment: ratio,
    best,
    fewData,
    n: n ?? null,
    bands,
  };
}
