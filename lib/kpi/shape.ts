import type { Deal } from '../domain/deal.ts';
import type { KnownEvent } from '../domain/events/kinds.ts';
import type { InstanceId, RecordKey } from '../domain/ids.ts';
import type { Day } from '../domain/time.ts';

export type Unit = 'count' | 'money' | 'ratio';

/** What one event adds to a tally. Money carries its currency; a withdrawn event is tallied with the sign turned. */
export interface Tally {
  /** Whole number; money in minor units. */
  readonly amount: number;
  readonly currency: string | null;
  /** Declared dimensions only, at most three: each combination is a row. */
  readonly dims?: Readonly<Record<string, string>>;
  /** The civil day it counts on, when it is not the event's own (a meeting counts on the day it was due). */
  readonly day?: Day;
}

interface MetricBase<Id extends string> {
  /** Kebab-case noun. File, test, message keys and stored rows carry this one name. */
  readonly id: Id;
  /** Rises when the definition changes; stored rows of another version are rebuilt. */
  readonly version: number;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
  /** Only sums over time are paced; a rate is compared with its target. */
  readonly paced: boolean;
}

/** Event in, amount out; kept in day rows that the write transaction updates. */
export interface TallyMetric<Id extends string = string> extends MetricBase<Id> {
  readonly shape: 'tally';
  tally(event: KnownEvent): readonly Tally[];
}

/** Distinct members (prospects worked): one row for each member and day, counted once over a range. */
export interface SetMetric<Id extends string = string> extends MetricBase<Id> {
  readonly shape: 'set';
  member(event: KnownEvent): string | null;
}

export interface TableContext {
  /** Civil days [from, to). */
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  /** The currency to answer in; deals in another one are left out by name. */
  readonly currency: string | null;
}

export interface Excluded {
  readonly reason:
    | 'other-currency'
    | 'no-amount'
    | 'no-close-date'
    | 'open-past-close'
    | 'test-instance'
    | 'owner-unknown'
    | 'not-covered';
  readonly records: readonly RecordKey[];
}

/** What a table metric found. `value` is null, with a reason, whenever it cannot be known: never 0, never NaN. */
export interface TableResult {
  readonly value: number | null;
  readonly why: 'no-data' | 'few-data' | 'no-currency' | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly n: number;
  /** Wilson 95 % for ratios. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly currency: string | null;
  readonly included: readonly RecordKey[];
  readonly excluded: readonly Excluded[];
}

/** From the deals table and its field history: revenue, win rate. The caller hands over my deals only. */
export interface TableMetric<Id extends string = string> extends MetricBase<Id> {
  readonly shape: 'table';
  compute(deals: readonly Deal[], context: TableContext): TableResult;
}

export type Metric = TallyMetric | SetMetric | TableMetric;

/** Where a figure comes from and how much of it is known. */
export interface SourceNote {
  readonly source: 'own-log' | 'deals';
  readonly instances: readonly InstanceId[];
  /** `whole`: everything in the window is known. `since`: known from a day within it. `seen`: only what was opened. */
  readonly covered: 'whole' | 'since' | 'seen' | 'nothing';
  readonly since: Day | null;
  readonly asOf: number | null;
  readonly count: number;
}

export function defineTally<const Id extends string>(
  metric: Omit<TallyMetric<Id>, 'shape'>,
): TallyMetric<Id> {
  return { ...metric, shape: 'tally' };
}

export function defineSet<const Id extends string>(metric: Omit<SetMetric<Id>, 'shape'>): SetMetric<Id> {
  return { ...metric, shape: 'set' };
}

export function defineTable<const Id extends string>(
  metric: Omit<TableMetric<Id>, 'shape'>,
): TableMetric<Id> {
  return { ...metric, shape: 'table' };
}
