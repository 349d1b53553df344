import { FEW, wilson } from '../stats.ts';
import type { RatioFigures, RatioInput } from './result.ts';

/**
 * A share against its target, by the 95 % Wilson interval: below when its upper bound is under the target, above when
 * its lower bound reaches it. Fewer than 10 cases declare nothing. Source: facts §D1, §D15 "Ratio goals".
 */
export function compareRatio({ k, n, target }: RatioInput): RatioFigures {
  const interval = wilson(k, n);
  const value = n > 0 ? k / n : null;
  return { kind: 'ratio', status: statusOf(interval, n, target), value, k, n, interval, target };
}

function statusOf(
  interval: ReturnType<typeof wilson>,
  n: number,
  target: number | null,
): RatioFigures['status'] {
  if (interval === null) return 'no_data';
  if (target === null) return 'no_target';
  if (n < FEW) return 'few_data';
  if (interval.high < target) return 'below';
  return interval.low >= target ? 'above' : 'inconclusive';
}
