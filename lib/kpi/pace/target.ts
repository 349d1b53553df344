import {
  add,
  div,
  type Fraction,
  fraction,
  mul,
  ONE,
  toNumber,
  ZERO,
} from '../../domain/calendar/fraction.ts';
import { monthIndex, monthsIn } from '../../domain/calendar/periods.ts';
import type { DayRange, WorkPeriod } from '../../domain/calendar/workdays.ts';
import type { VersionPart } from './result.ts';
import type { Ramp, TargetVersion } from './terms.ts';

export interface Target {
  readonly parts: readonly VersionPart[];
  /** T = Σ Tₖ·Wₖ/Wrep, Wₖ since counting began; without any rep-day the only version's target, or null. */
  readonly whole: Fraction | null;
  /** Σ Tₖ·Wₖ(elapsed)/Wrep: what a linear curve expects by now. */
  readonly elapsed: Fraction;
}

/**
 * The target of a period whose versions changed on the way. Source: facts §D15 "Target versions". `whole` is Wrep of the
 * whole period, of which `work` may be the part since counting began.
 */
export function targetOf(versions: readonly TargetVersion[], work: WorkPeriod, whole: Fraction): Target {
  let sum = ZERO;
  let elapsed = ZERO;
  const parts = (inOrder(versions) ?? []).map((version): VersionPart => {
    let weight = ZERO;
    let gone = ZERO;
    for (const day of work.days) {
      if ((version.from !== null && day.day < version.from) || (version.to !== null && day.day >= version.to))
        continue;
      weight = add(weight, day.rep);
      gone = add(gone, day.elapsed);
    }
    sum = add(sum, mul(fraction(version.target), weight));
    elapsed = add(elapsed, mul(fraction(version.target), gone));
    return { ...version, weight: toNumber(weight), elapsed: toNumber(gone) };
  });
  if (whole.n === 0n) {
    const [only] = versions;
    return { parts, whole: versions.length === 1 && only ? fraction(only.target) : null, elapsed: ZERO };
  }
  return { parts, whole: div(sum, whole), elapsed: div(elapsed, whole) };
}

/**
 * Versions in order, each ending where the next begins at the latest: an amendment does not rewrite the version it
 * follows. Null when two begin on the same day, or one says it lasts into the next.
 */
export function inOrder(versions: readonly TargetVersion[]): TargetVersion[] | null {
  const sorted = versions.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const ordered: TargetVersion[] = [];
  for (const [index, version] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next && (next.from === version.from || next.from === null)) return null;
    if (next && version.to !== null && version.to > (next.from ?? '')) return null;
    ordered.push({ ...version, to: version.to ?? next?.from ?? null });
  }
  return ordered;
}

/** ramp(rep, period): the mean over the period's calendar months since hire; 1 when there is no ramp. */
export function rampShare(ramp: Ramp | null | undefined, period: DayRange): Fraction {
  if (!ramp) return ONE;
  const hired = monthIndex(ramp.hired);
  const shares = monthsIn(period)
    .map((month) => monthIndex(month) - hired)
    .filter((index) => index >= 0)
    .map((index) => fraction(ramp.months[index] ?? 1));
  if (shares.length === 0) return ONE;
  return div(
    shares.reduce((total, share) => add(total, share), ZERO),
    fraction(shares.length),
  );
}
