import { connects } from './connects.ts';
import { conversations } from './conversations.ts';
import { dials } from './dials.ts';
import { meetingsBooked } from './meetings-booked.ts';
import { meetingsHeld } from './meetings-held.ts';
import { prospectsWorked } from './prospects-worked.ts';
import { revenueWon } from './revenue-won.ts';
import type { Metric } from './shape.ts';
import { winRate } from './win-rate.ts';

/** Every metric, in the order in which they are offered. Adding one is its file and one line here. */
export const METRICS = [
  dials,
  connects,
  conversations,
  meetingsBooked,
  meetingsHeld,
  prospectsWorked,
  revenueWon,
  winRate,
] as const satisfies readonly Metric[];

export type MetricId = (typeof METRICS)[number]['id'];

/** Null for a metric this build does not know: a goal may come from a newer one. */
export function metricOf(id: string): Metric | null {
  return METRICS.find((metric) => metric.id === id) ?? null;
}
