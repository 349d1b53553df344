import type { Deal } from '../domain/deal.ts';
import type { Channel, NextStep } from '../domain/events/kinds.ts';
import type { RecordKey } from '../domain/ids.ts';
import type { Meaning } from '../domain/outcome.ts';
import type { ObjectKind, RecordSnapshot } from '../domain/record.ts';
import type { Day, Instant, Zone } from '../domain/time.ts';

/** One logged act on the record, as rules see it. */
export interface RuleActivity {
  readonly at: Instant;
  readonly day: Day;
  readonly channel: Channel;
  readonly direction: 'out' | 'in';
  readonly outcome: string | null;
  readonly meaning: Meaning;
  /** Hour 0…23 on the other side's clock, as far as their zone is known; else on the rep's. */
  readonly hour: number;
}

/** What the rep answered to a prompt on this record before. */
export interface PriorAnswer {
  readonly rule: string;
  readonly answer: 'done' | 'dismissed' | 'later';
  readonly day: Day;
}

/** Everything a rule may ask for, about one record. A rule names what it needs and is handed nothing else. */
export interface RuleFacts {
  readonly record: RecordKey;
  readonly object: ObjectKind;
  readonly now: Instant;
  /** Today in the rep's zone. */
  readonly today: Day;
  readonly zone: Zone;
  /** Null when the record is no deal, or nobody says whether it is open. */
  readonly deal: Deal | null;
  /** The last good look at the record. */
  readonly snapshot: RecordSnapshot | null;
  /** Live activities of this record, newest first. */
  readonly activities: readonly RuleActivity[];
  /** The open next step in our own log. */
  readonly nextStep: NextStep | null;
  /** First day of our own log: before it nothing is known, so nothing is missing. */
  readonly watchedSince: Day | null;
  /** They asked not to be called. */
  readonly doNotCall: boolean;
  /** Working days after `day` up to and including today, by the rep's calendar. */
  workdaysSince(day: Day): number;
}
