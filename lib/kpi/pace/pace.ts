import { compare, fraction, sum, toNumber } from '../../domain/calendar/fraction.ts';
import { monthsIn } from '../../domain/calendar/periods.ts';
import { paceOfAccumulating } from './accumulating.ts';
import { paceOfLower } from './lower.ts';
import { compareRatio } from './ratio.ts';
import type {
  AccumulatingInput,
  LowerFigures,
  LowerInput,
  PaceFigures,
  PaceInput,
  PaceRefused,
  PaceResult,
  RatioFigures,
  RatioInput,
} from './result.ts';
import { refused } from './result.ts';
import { inOrder } from './target.ts';
import type { Curve } from './terms.ts';

export function pace(input: AccumulatingInput): PaceFigures | PaceRefused;
export function pace(input: LowerInput): LowerFigures | PaceRefused;
export function pace(input: RatioInput): RatioFigures | PaceRefused;
export function pace(input: PaceInput): PaceResult;
/**
 * Where a goal stands: every step from calendar to verdict, or the reason why its terms cannot be paced.
 * No figure is ever NaN or infinite; what is undefined is null.
 */
export function pace(input: PaceInput): PaceResult {
  const problem = problemIn(input);
  if (problem) return problem;
  if (input.shape === 'ratio') return compareRatio(input);
  return input.shape === 'lower' ? paceOfLower(input) : paceOfAccumulating(input);
}

/** Beyond these sizes no count, sum of money or share makes sense, and quotients would leave the range of a double. */
function isUsable(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size >= 1e-60 && size <= 1e18);
}

function problemIn(input: PaceInput): PaceRefused | null {
  const numbers = numbersOf(input);
  if (!numbers.every(isUsable)) {
    return refused('bad-number', 'a figure of the goal is no number one can count with');
  }
  if (input.shape === 'ratio') {
    const inside = input.k >= 0 && input.n >= 0 && input.k <= input.n;
    return inside ? null : refused('k-outside-n', `${input.k} of ${input.n} is no share`);
  }
  if (input.period.end <= input.period.start) return refused('period-empty', 'the period has no day');
  const { bands } = input;
  if (bands && !(bands.ahead >= bands.on && bands.on >= bands.watch && bands.watch > 0)) {
    return refused('bands-order', 'bands must fall from ahead to watch and stay above 0');
  }
  if (input.shape === 'lower') {
    return input.target !== null && input.target < 0
      ? refused('negative-target', 'a target is below 0')
      : null;
  }
  if (input.versions.some((version) => version.target < 0)) {
    return refused('negative-target', 'a target is below 0');
  }
  if (inOrder(input.versions) === null) {
    return refused('versions-overlap', 'two versions of the target claim the same day');
  }
  return problemInCurve(input);
}

function problemInCurve({ curve, period }: AccumulatingInput): PaceRefused | null {
  if (curve?.kind !== 'monthly') return null;
  const months = monthsIn(period).length;
  if (curve.percents.length !== months) {
    return refused('monthly-weights-count', `${curve.percents.length} monthly weights for ${months} months`);
  }
  const total = sum(curve.percents.map(fraction));
  if (compare(total, fraction(100)) === 0 && curve.percents.every((percent) => percent >= 0)) return null;
  return refused('monthly-weights-sum', `monthly weights sum to ${toNumber(total)}, not 100`);
}

function numbersOf(input: PaceInput): number[] {
  const given = (...values: (number | null | undefined)[]): number[] =>
    values.filter((value) => typeof value === 'number');
  if (input.shape === 'ratio') return given(input.k, input.n, input.target);
  const common = given(input.now, input.bands?.ahead, input.bands?.on, input.bands?.watch, input.actual);
  if (input.shape === 'lower') return [...common, ...given(input.target, input.n)];
  const { guard, ramp, versions, curve, since } = input;
  const money = guard.kind === 'money' ? given(guard.averageDeal, guard.dealsExpectedByNow) : [];
  return [
    ...common,
    ...given(since),
    ...money,
    ...versions.map((version) => version.target),
    ...(ramp?.months ?? []),
    ...ofCurve(curve),
  ];
}

function ofCurve(curve: Curve | undefined): readonly number[] {
  if (curve?.kind === 'seasonal') return curve.history.flat();
  return curve?.kind === 'monthly' ? curve.percents : [];
}
