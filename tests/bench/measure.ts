/** One figure of the bench. A target is only reported; a limit fails the run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'bytes' | 'ms' | 'ratio' | 'count' | 'percent';
  /** Wished for on an ordinary laptop; machines differ, so it never fails the run. */
  readonly target?: number;
  /** Sizes and ratios within one run: these fail. */
  readonly limit?: number;
  readonly samples?: readonly number[];
}

/** The middle value; throws on an empty list, because a figure without a sample is not a figure. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Nearest-rank percentile, `share` in 0…100. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)];
  if (found === undefined) throw new Error('no sample was taken');
  return found;
}

export function isOver({ value, limit }: Figure): boolean {
  return limit !== undefined && value > limit;
}
