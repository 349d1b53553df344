import { exponentOf } from '@/lib/domain/money';
import type { GoalVersion } from '@/lib/domain/goal';
import type { Figure } from '@/lib/rpc/view';

/** How many periods back the chart goes: three weeks of days, a quarter of weeks, a year of months, two of quarters. */
export const BACK: Readonly<Record<Figure['period'], number>> = { day: 21, week: 13, month: 12, quarter: 8 };

export interface Point {
  readonly from: string;
  /** In the unit drawn: whole money units, per cent, counts. Null = not known: a gap, never a bar of 0. */
  readonly drawn: number | null;
  readonly running: boolean;
  readonly figure: Figure;
}

/** What a figure's value is on the axis. */
export function drawnValue(figure: Pick<Figure, 'unit' | 'currency'>, value: number | null): number | null {
  if (value === null) return null;
  if (figure.unit === 'ratio') return value * 100;
  return figure.unit === 'money' ? value / 10 ** exponentOf(figure.currency) : value;
}

/**
 * Points of the chart, oldest first. A period that lies wholly before anything was known is a gap: no record of a
 * day is not a day without calls.
 */
export function pointsOf(figures: readonly Figure[], today: string): readonly Point[] {
  return figures.map((figure) => {
    const { source } = figure;
    const before = source.covered === 'since' && source.since !== null && source.since >= figure.to;
    const known = source.covered !== 'nothing' && !before;
    return {
      from: figure.from,
      drawn: known ? drawnValue(figure, figure.value) : null,
      running: figure.from <= today && today < figure.to,
      figure,
    };
  });
}

/** The target to draw: one goal for this figure and period, in the currency shown. */
export function targetOf(goals: readonly GoalVersion[], figure: Figure): number | null {
  const goal = goals.find(
    ({ metric, currency }) =>
      metric === figure.metric && (figure.unit !== 'money' || currency === figure.currency),
  );
  return goal === undefined ? null : goal.target;
}
