import type { DayRange } from '../../domain/calendar/workdays.ts';
import type { Working } from '../../domain/calendar/weights.ts';
import type { Day, Instant } from '../../domain/time.ts';
import type { Interval } from '../stats.ts';
import type { Bands, Curve, Guard, Ramp, TargetVersion } from './terms.ts';

interface Common {
  /** Civil days [start, end) of the period. */
  readonly period: DayRange;
  readonly now: Instant;
  readonly working: Working;
  readonly bands?: Bands;
}

/** Something that adds up over the period: calls, meetings, money won. */
export interface AccumulatingInput extends Common {
  readonly shape: 'accumulating';
  /** In the unit of the target. Null when it is not covered by any source: then there is no pace. */
  readonly actual: number | null;
  readonly versions: readonly TargetVersion[];
  /** True: days off shorten the target, by the agreed rule. */
  readonly prorate: boolean;
  readonly guard: Guard;
  readonly ramp?: Ramp | null;
  readonly curve?: Curve;
  /**
   * When counting began, where that was inside the period: the time before is no part of it. Nothing of it is expected,
   * and the target is the part of the working time since. Null or left out: the whole period is counted.
   */
  readonly since?: Instant | null;
}

/** A level that should stay low (hours to first answer). It does not accumulate, ramp or prorate. */
export interface LowerInput extends Common {
  readonly shape: 'lower';
  readonly actual: number | null;
  readonly target: number | null;
  /** Cases behind the figure, where known: below 10 nobody is called behind. */
  readonly n?: number;
}

/** A share k of n (win rate). Never paced: compared with its 95 % interval. */
export interface RatioInput {
  readonly shape: 'ratio';
  readonly k: number;
  readonly n: number;
  /** 0…1 */
  readonly target: number | null;
}

export type PaceInput = AccumulatingInput | LowerInput | RatioInput;

export type Band = 'ahead' | 'on' | 'watch' | 'behind';
export type Status = Band | 'not_started' | 'no_target' | 'no_data' | 'off' | 'hit' | 'missed';

/** A target version and the rep-days it covers in this period. */
export interface VersionPart extends TargetVersion {
  /** Wk, in full days. */
  readonly weight: number;
  readonly elapsed: number;
}

/** What C(u) is made of. */
export interface CurveUsed {
  readonly kind: Curve['kind'];
  /** C(u); null when there is no working day at all. */
  readonly share: number | null;
  /** Seasonal only: comparable periods that counted (total above 0), λ = n/(n+4), and H(u). */
  readonly n: number | null;
  readonly lambda: number | null;
  readonly h: number | null;
  /** Monthly weights that all lie in months without a working day say nothing: linear is used instead. */
  readonly fallback: 'no-weighted-days' | null;
}

export interface GuardUsed {
  readonly kind: Guard['kind'];
  /** count: P(X ≤ floor A) when E is expected. */
  readonly p: number | null;
  /** money: closed deals expected by now. */
  readonly deals: number | null;
  /** True when the figures are strong enough to say "behind". */
  readonly allows: boolean;
}

/** Every step of a pace, as doubles in the unit of the goal; null where a figure is not defined. */
export interface PaceFigures {
  readonly kind: 'accumulating';
  readonly status: Status;
  /** The period is over: hit or missed, and nothing is projected. */
  readonly final: boolean;
  /** Rep-days left are none although the period runs. */
  readonly noDaysLeft: boolean;
  /** Today the rep does not work: "behind" is not to be shown, nothing prompted. */
  readonly dayOff: boolean;
  /** False when the period reaches years or countries whose public holidays are unknown here. */
  readonly holidaysKnown: boolean;
  readonly today: Day;
  /** f */
  readonly elapsedToday: number;
  /** Wperiod, Wrep, Welapsed, Wrep − Welapsed, in full days, since counting began. */
  readonly periodWeight: number;
  readonly repWeight: number;
  readonly elapsedWeight: number;
  readonly weightLeft: number;
  /** Wperiod − Wrep of the whole period: what shortens the target when that is agreed. */
  readonly daysOff: number;
  /** T: what was agreed for the period (for its part since counting began), before ramp and days off. */
  readonly target: number | null;
  readonly versions: readonly VersionPart[];
  readonly ramp: number;
  /** Wrep/Wperiod of the whole period when agreed, else 1; null when the organisation has no working day in the period. */
  readonly proration: number | null;
  /** Teff = T × ramp × proration */
  readonly effectiveTarget: number | null;
  /** u = Welapsed/Wrep */
  readonly u: number | null;
  readonly curve: CurveUsed;
  /** E */
  readonly expected: number | null;
  /** A */
  readonly actual: number | null;
  /** A/Teff, never capped. */
  readonly attainment: number | null;
  /** A/E */
  readonly paceIndex: number | null;
  /** A − E */
  readonly delta: number | null;
  /** A/C(u), from C(u) ≥ 0.1 on, until the period ends. */
  readonly projection: number | null;
  /** A/Welapsed */
  readonly currentPerDay: number | null;
  readonly requiredPerDay: number | null;
  /** requiredPerDay ÷ currentPerDay: how many times the present pace. */
  readonly catchUp: number | null;
  /** Negative: working days ahead. */
  readonly daysBehind: number | null;
  readonly guard: GuardUsed;
  readonly bands: Bands;
}

export interface LowerFigures {
  readonly kind: 'lower';
  readonly status: Status;
  readonly final: boolean;
  readonly dayOff: boolean;
  readonly actual: number | null;
  readonly target: number | null;
  /** T/A; null when A is 0: then `best` is true. */
  readonly attainment: number | null;
  readonly best: boolean;
  /** Behind by the bands, but fewer than 10 cases: shown as watch. */
  readonly fewData: boolean;
  readonly n: number | null;
  readonly bands: Bands;
}

export interface RatioFigures {
  readonly kind: 'ratio';
  readonly status: 'below' | 'above' | 'inconclusive' | 'few_data' | 'no_data' | 'no_target';
  readonly value: number | null;
  readonly k: number;
  readonly n: number;
  readonly interval: Interval | null;
  readonly target: number | null;
}

/** Terms nobody can pace by. The goal is at fault, not the person: say which. */
export interface PaceRefused {
  readonly kind: 'refused';
  readonly reason:
    | 'bad-number'
    | 'negative-target'
    | 'period-empty'
    | 'bands-order'
    | 'versions-overlap'
    | 'monthly-weights-sum'
    | 'monthly-weights-count'
    | 'k-outside-n';
  readonly message: string;
}

export type PaceResult = PaceFigures | LowerFigures | RatioFigures | PaceRefused;

export function refused(reason: PaceRefused['reason'], message: string): PaceRefused {
  return { kind: 'refused', reason, message };
}
