import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { NewEvent, Store } from '@/lib/domain/ports';
import type { EventId, InstanceId, PersonId, RecordKey } from '@/lib/domain/ids';
import { recordKey } from '@/lib/domain/ids';
import { addDays, type Day } from '@/lib/domain/time';
import { type OpenOptions, openStore } from '@/lib/db/open';

export const ME = idOf(1, 'ME') as PersonId;
export const CRM = idOf(1, 'CRM') as InstanceId;
export const NOON = Date.UTC(2026, 6, 15, 12);
export const day = (text: string): Day => text as Day;
export const DAY = day('2026-07-15');

/** A ULID-shaped id: readable tag, then number. */
export function idOf(number: number, tag = 'E'): string {
  const clean = tag.replace(/[ILOU]/gi, 'X').toUpperCase();
  return `0${clean.padEnd(10, '0').slice(0, 10)}${String(number).padStart(15, '0')}`;
}
export const eventId = (number: number): EventId => idOf(number) as EventId;
export const lead = (name: string): RecordKey => recordKey({ instance: CRM, api: 'Lead', remoteId: name });

export interface Disk {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange;
}
export function newDisk(): Disk {
  return { indexedDB: new IDBFactory(), IDBKeyRange: IDBKeyRange as typeof globalThis.IDBKeyRange };
}

let ids = 0;
/** Opens a store on a disk; ids count up over the whole test file. */
export async function open(disk: Disk = newDisk(), over: Partial<OpenOptions> = {}): Promise<Store> {
  const outcome = await openStore(options(disk, over));
  if (outcome.kind !== 'ready') throw new Error(`not ready: ${JSON.stringify(outcome)}`);
  return outcome.store;
}
export function options(disk: Disk, over: Partial<OpenOptions> = {}): OpenOptions {
  return {
    name: 'touchline',
    clock: { now: () => NOON, zone: () => 'Europe/London' },
    ids: { next: () => idOf((ids += 1), 'N') },
    ...disk,
    ...over,
  };
}

const MEANING = { dial: true, connect: false, conversation: false, booked: false, held: false };
type Logged = Extract<NewEvent, { kind: 'activity.logged' }>;
export type Over = Partial<Omit<Logged, 'body' | 'kind'>> & { body?: Partial<Logged['body']> };

function envelope(number: number, over: Partial<Omit<NewEvent, 'body' | 'kind'>>) {
  const offsetDays =
    over.day === undefined ? 0 : Math.round((Date.parse(over.day) - Date.parse(DAY)) / 864e5);
  return {
    id: eventId(number),
    v: 1,
    actor: ME,
    subject: ME,
    at: NOON + offsetDays * 864e5,
    recordedAt: NOON - 100_000 + number,
    zone: 'Europe/London',
    offset: 60,
    day: addDays(DAY, offsetDays),
    source: { via: 'panel' as const },
    ...over,
  };
}

/** An outgoing call that nobody answered, unless said otherwise. */
export function call(number: number, { body, ...over }: Over = {}): Logged {
  return {
    ...envelope(number, over),
    kind: 'activity.logged',
    body: {
      channel: 'call',
      direction: 'out',
      outcome: 'no-answer',
      durationSec: null,
      prospect: null,
      next: null,
      meetingAt: null,
      armedBy: 'key',
      ...body,
      meaning: body?.meaning ?? MEANING,
    },
  };
}
export const meaning = (over: Partial<typeof MEANING>) => ({ ...MEANING, ...over });

export function other<K extends Exclude<NewEvent['kind'], 'activity.logged'>>(
  number: number,
  kind: K,
  body: Extract<NewEvent, { kind: K }>['body'],
  over: Partial<Omit<NewEvent, 'body' | 'kind'>> = {},
): NewEvent {
  return { ...envelope(number, over), kind, body } as NewEvent;
}
export const withdraw = (number: number, target: number): NewEvent =>
  other(number, 'activity.withdrawn', { reason: 'undo' }, { supersedes: eventId(target) });
