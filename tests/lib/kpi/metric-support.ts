import type { Deal } from '@/lib/domain/deal';
import type { KnownEvent } from '@/lib/domain/events/kinds';
import { type InstanceId, recordKey } from '@/lib/domain/ids';
import type { Day } from '@/lib/domain/time';
import { call, CRM, idOf, other, type Over } from '../db/support';

export const day = (text: string): Day => text as Day;

/** Events as the log hands them to a metric. */
export const logged = (over: Over = {}): KnownEvent => stored(call(1, over));
export const resolved = (result: 'held' | 'no-show' | 'moved'): KnownEvent =>
  stored(other(2, 'meeting.resolved', { activity: idOf(1) as never, result, movedTo: null }));
function stored(event: object): KnownEvent {
  return { ...event, device: idOf(1, 'DEV'), seq: 1 } as unknown as KnownEvent;
}

/** A deal won for 100.00 EUR on 10 July 2026, unless said otherwise. */
export function deal(name: string, over: Partial<Deal> = {}): Deal {
  return {
    key: recordKey({ instance: CRM, api: 'Opportunity', remoteId: name }),
    instance: CRM as InstanceId,
    name,
    account: null,
    owner: 'me',
    amount: { minor: 10_000, currency: 'EUR' },
    stage: { id: null, label: 'Closed', status: over.status ?? 'won' },
    status: 'won',
    closeDay: day('2026-07-10'),
    createdDay: null,
    nextStep: null,
    stageSince: null,
    from: 'listed',
    seenAt: 0,
    present: true,
    ...over,
  };
}

export const JULY = {
  from: day('2026-07-01'),
  to: day('2026-08-01'),
  today: day('2026-07-15'),
  currency: 'EUR',
};
