import type { Dexie, Table } from 'dexie';
import type { Coverage, Deal, DealChange } from '../domain/deal.ts';
import type { Envelope } from '../domain/events/envelope.ts';
import type { KnownEvent, PrivateRow } from '../domain/events/kinds.ts';
import type { GoalVersion } from '../domain/goal.ts';
import type { EventId, RecordKey } from '../domain/ids.ts';
import type { CrmLink, Instance, Person } from '../domain/instance.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import type { RecordSnapshot } from '../domain/record.ts';
import type { Day } from '../domain/time.ts';
import type { Shares } from '../kpi/engine.ts';

/** What is left of an event whose body was erased. */
export type Tombstone = Envelope & { readonly erased: true; readonly body: null };

/** An event as it was written, and beside it what the log has worked out about it. */
export interface EventRow {
  readonly id: EventId;
  readonly event: KnownEvent | Tombstone;
  /** Its shares are in the rollups: nothing corrected, withdrew or outdid it. */
  readonly counts: boolean;
  /** Counts and can be read: what lists show. Absent otherwise, so that the indexes skip it. */
  readonly live?: 1;
  /** First event of its chain of corrections; absent on an event that corrects nothing. */
  readonly root?: EventId;
  /** The activity a `meeting.resolved` answers. Stays when the body is erased. */
  readonly about?: EventId;
  /** `subject/record` of a next step set or closed: there is one open step per record and person. */
  readonly stepOf?: string;
  /** Day of an open next step. */
  readonly stepDay?: Day;
  /** When a booked meeting that nobody has answered for is due. */
  readonly dueAt?: number;
}

/** What an erased event went on counting for, and which meeting it answered. */
export interface KeptRow extends Shares {
  readonly event: EventId;
  readonly about: EventId | null;
}

export interface QuarantineRow {
  readonly id: EventId;
  readonly event: Envelope;
}

export interface TallyRow {
  /** `id@version`. */
  readonly metric: string;
  readonly subject: string;
  readonly day: Day;
  readonly currency: string;
  readonly dims: string;
  readonly amount: number;
}

export interface MemberRow {
  /** `id@version`. */
  readonly metric: string;
  readonly subject: string;
  readonly day: Day;
  /**
   * Members of that day in the order of their names, each with the events behind it: the last one takes it along. One row
   * a day, because a quarter is read in 92 rows that way and in thousands with a row for each member.
   */
  readonly members: readonly (readonly [string, number])[];
}

/** How far a metric's rows are built. Events with an id up to `cursor` are in; all are when `done`. */
export interface BuildRow {
  readonly metric: string;
  readonly version: number;
  readonly cursor: string;
  readonly done: boolean;
}

export interface AliasRow {
  readonly from: RecordKey;
  readonly to: RecordKey;
}

export interface DealRow {
  readonly key: RecordKey;
  readonly deal: Deal;
  /** Close day, '' when there is none: IndexedDB cannot index null. */
  readonly closeKey: string;
}

export interface ShelfRow {
  readonly name: string;
  readonly value: unknown;
}

/** A buyer who was erased: an older backup must not bring them back. */
export interface ErasureRow {
  readonly key: RecordKey;
  readonly at: number;
}

export interface MetaRow {
  readonly name: 'device' | 'seq' | 'revision' | 'kinds';
  readonly value: string | number;
}

export interface Tables {
  readonly events: Table<EventRow, EventId>;
  readonly privates: Table<PrivateRow, EventId>;
  readonly kept: Table<KeptRow, EventId>;
  readonly quarantine: Table<QuarantineRow, EventId>;
  readonly tallies: Table<TallyRow, [string, string, string, string, string]>;
  readonly members: Table<MemberRow, [string, string, string]>;
  readonly builds: Table<BuildRow, string>;
  readonly records: Table<RecordSnapshot, RecordKey>;
  readonly aliases: Table<AliasRow, RecordKey>;
  readonly deals: Table<DealRow, RecordKey>;
  readonly dealChanges: Table<DealChange, [string, number, string]>;
  readonly coverage: Table<Coverage, [string, string, string, string]>;
  readonly goals: Table<GoalVersion, [string, number]>;
  readonly people: Table<Person, string>;
  readonly instances: Table<Instance, string>;
  readonly links: Table<CrmLink, [string, string]>;
  readonly outbox: Table<OutboxItem, EventId>;
  readonly shelf: Table<ShelfRow, string>;
  readonly erasures: Table<ErasureRow, RecordKey>;
  readonly meta: Table<MetaRow, string>;
}

export type Database = Dexie & Tables;

/** After every key that begins with what stands before it. */
export const AFTER = '\uffff';
