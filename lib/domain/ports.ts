/** What services need from the world below them; entrypoints hand it in. */
import type { Coverage, Deal, DealChange } from './deal.ts';
import type { EventKind, EventOf, KnownEvent, PrivateRow } from './events/kinds.ts';
import type { GoalVersion } from './goal.ts';
import type { DeviceId, EventId, InstanceId, PersonId, RecordKey } from './ids.ts';
import type { CrmLink, Instance, Person } from './instance.ts';
import type { OutboxItem } from './outbox.ts';
import type { RecordSnapshot } from './record.ts';
import type { Fault, Result } from './result.ts';
import type { Day } from './time.ts';

/** An event before the log has given it its device and gapless number. */
export type NewEvent = { [K in EventKind]: Omit<EventOf<K>, 'device' | 'seq'> }[EventKind];

export interface Write {
  readonly events: readonly NewEvent[];
  readonly privates?: readonly PrivateRow[];
  readonly outbox?: readonly OutboxItem[];
  /** Names on the shelf that are done with once this is written: the drafts it came from. */
  readonly dropDrafts?: readonly {
    readonly name: string;
    /** One that grew beyond it was typed elsewhere meanwhile, and stays. */ readonly upTo: number;
  }[];
}

export interface ActivityFilter {
  readonly subject: PersonId;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly channel: string | null;
  readonly outcome: string | null;
  readonly find: string;
  readonly before: string | null;
  readonly limit: number;
}

export interface ActivityRow {
  readonly event: EventOf<'activity.logged'>;
  readonly private: PrivateRow | null;
}

export interface LogStore {
  /**
   * One transaction: events with their numbers, private rows, metric rows, outbox. An event whose id is already
   * there is left as it is (the same act, sent twice); answers how many were new.
   */
  append(write: Write): Promise<Result<{ readonly added: number }>>;
  event(id: EventId): Promise<KnownEvent | null>;
  private(id: EventId): Promise<PrivateRow | null>;
  /** Live (not superseded, not withdrawn, not erased) events of a record, newest first. */
  ofRecord(key: RecordKey, limit: number): Promise<readonly KnownEvent[]>;
  /** Live events of some kinds whose `day` is in [from, to), oldest first. */
  ofDays(subject: PersonId, kinds: readonly EventKind[], from: Day, to: Day): Promise<readonly KnownEvent[]>;
  activities(
    filter: ActivityFilter,
  ): Promise<{ readonly rows: readonly ActivityRow[]; readonly next: string | null }>;
  /** Open next steps (set, not closed or replaced) of all records, soonest first. */
  openSteps(subject: PersonId, until: Day): Promise<readonly EventOf<'nextstep.set'>[]>;
  /** Booked meetings that are over and not resolved. */
  meetingsDue(subject: PersonId, now: number): Promise<readonly EventOf<'activity.logged'>[]>;
  firstDay(subject: PersonId): Promise<Day | null>;
}

export interface MetricStore {
  /** Sum of a tally over [from, to), by currency (key '' = none). Reads day rows only, never events. */
  tally(metric: string, subject: PersonId, from: Day, to: Day): Promise<Readonly<Record<string, number>>>;
  /** Distinct members of a set metric over [from, to). */
  members(metric: string, subject: PersonId, from: Day, to: Day): Promise<number>;
  /** Amounts per day, for charts and history: only days with rows. */
  daily(
    metric: string,
    subject: PersonId,
    from: Day,
    to: Day,
  ): Promise<readonly { day: Day; amount: number; currency: string }[]>;
  /** Metrics whose stored rows belong to an older definition; resumable, answers when done. */
  stale(): Promise<readonly string[]>;
  rebuild(onProgress: (done: number, total: number) => void): Promise<void>;
}

export interface RecordStore {
  put(snapshot: RecordSnapshot): Promise<void>;
  get(key: RecordKey): Promise<RecordSnapshot | null>;
  alias(from: RecordKey, to: RecordKey): Promise<void>;
  /** Follows aliases. */
  resolve(key: RecordKey): Promise<RecordKey>;
  find(text: string, limit: number): Promise<readonly RecordSnapshot[]>;
}

export interface DealStore {
  put(deals: readonly Deal[], changes: readonly DealChange[]): Promise<void>;
  get(key: RecordKey): Promise<Deal | null>;
  /** Deals of these owners (remote user ids by instance), closed in [from, to) or still open. */
  ofOwners(
    owners: readonly { instance: InstanceId; remoteId: string }[],
    from: Day,
    to: Day,
  ): Promise<readonly Deal[]>;
  changes(key: RecordKey): Promise<readonly DealChange[]>;
  cover(coverage: Coverage): Promise<void>;
  coverage(instance: InstanceId): Promise<readonly Coverage[]>;
}

export interface GoalStore {
  all(): Promise<readonly GoalVersion[]>;
  put(versions: readonly GoalVersion[]): Promise<void>;
}

export interface PeopleStore {
  me(): Promise<Person | null>;
  all(): Promise<readonly Person[]>;
  put(person: Person): Promise<void>;
  instances(): Promise<readonly Instance[]>;
  putInstance(instance: Instance): Promise<void>;
  links(instance: InstanceId): Promise<readonly CrmLink[]>;
  putLink(link: CrmLink): Promise<void>;
}

export interface OutboxStore {
  open(): Promise<readonly OutboxItem[]>;
  get(id: EventId): Promise<OutboxItem | null>;
  /** Compare and set on `state`: false when another worker was first. */
  move(item: OutboxItem, from: OutboxItem['state']): Promise<boolean>;
  ofRecord(ids: readonly EventId[]): Promise<readonly OutboxItem[]>;
}

/** Small values by name: settings, drafts, running call, dismissals. Parsed by whoever owns the name. */
export interface ShelfStore {
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<void>;
  drop(name: string): Promise<void>;
  names(prefix: string): Promise<readonly string[]>;
}

/** No file of ours; of a newer build; of another person; of a CRM that is in use here under another id. */
export const IMPORT_REFUSALS = ['foreign', 'newer', 'another-person', 'another-crm'] as const;
export type ImportRefusal = (typeof IMPORT_REFUSALS)[number];

export interface DataStore {
  summary(): Promise<readonly { table: string; count: number }[]>;
  schema: number;
  exportPage(
    cursor: string | null,
  ): Promise<{ readonly lines: readonly string[]; readonly next: string | null }>;
  /** All or nothing per call of `last: true`; a dry run writes nothing. Lines are JSON, one row each. */
  importLines(
    lines: readonly string[],
    dryRun: boolean,
  ): Promise<{
    /** Why nothing of this file can be taken, whatever its lines are. */
    refused: ImportRefusal | null;
    added: number;
    known: number;
    newer: number;
    broken: readonly { line: number; why: string }[];
  }>;
  eraseEverything(): Promise<number>;
  /** Private rows and record of a buyer go, envelopes stay; answers how many rows. */
  eraseProspect(key: RecordKey): Promise<number>;
  /** Private rows older than this day, and records not seen since. */
  forgetBefore(day: Day): Promise<number>;
}

export interface Store {
  readonly device: DeviceId;
  readonly log: LogStore;
  readonly metrics: MetricStore;
  readonly records: RecordStore;
  readonly deals: DealStore;
  readonly goals: GoalStore;
  readonly people: PeopleStore;
  readonly outbox: OutboxStore;
  readonly shelf: ShelfStore;
  readonly data: DataStore;
  /** Rises with every write: what pages compare after they were asleep. */
  revision(): Promise<number>;
}

export type OpenOutcome =
  | { readonly kind: 'ready'; readonly store: Store }
  /** The database was written by a newer version: it is not touched. */
  | { readonly kind: 'too-new'; readonly found: number; readonly known: number }
  | { readonly kind: 'failed'; readonly fault: Fault };

export interface Clock {
  now(): number;
  zone(): string;
}

export interface Ids {
  /** A new ULID. */
  next(): string;
}
