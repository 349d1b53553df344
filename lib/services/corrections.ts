import { recordAddress } from '@/lib/domain/ids';
import type { OutboxItem } from '@/lib/domain/outbox';
import { failed, ok } from '@/lib/domain/result';
import type { Answer } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { isLive } from './activity';
import { AHEAD_MS, eventFor, localDay, meaningKept, outboxFor, privateOf, withdrawal } from './compose';
import { desk } from './desk';
import type { World } from './world';

/**
 * A correction is a new event in place of the old one. What already is in the CRM stays there and is said to; what has
 * not left yet leaves as corrected.
 */
export async function correctActivity(
  world: World,
  input: Parsed<'activity.correct'>,
): Answer<Output<'activity.correct'>> {
  const before = await world.store.log.event(input.supersedes);
  if (before?.kind !== 'activity.logged') return failed('not-found', 'no such activity');
  if (await world.store.log.event(input.id)) return ok({ done: true });
  if (!(await isLive(world, before))) return failed('conflict', 'it was corrected or deleted meanwhile');
  const at = await desk(world);
  if (input.at > at.now + AHEAD_MS) return failed('bad-input', 'the call lies in the future');
  const instance = (await world.store.people.instances()).find(
    (one) => one.id === recordAddress(input.record).instance,
  );
  if (!instance) return failed('not-found', 'no such CRM');
  if (meaningKept(at, input, before) === null) return failed('bad-input', `no outcome ${input.outcome}`);
  const record = await world.store.records.resolve(input.record);
  const snapshot = await world.store.records.get(record);
  // The zone of the act stays: a text corrected on a journey must not move the call to another day.
  const { zone } = before;
  const event = {
    ...eventFor(at, input, record, snapshot, instance, before),
    ...{ zone, ...localDay(input.at, zone), supersedes: before.id },
  };
  const row = privateOf(input, record, event, snapshot);
  // Who it was with is not what is being corrected; the record may say it no more.
  const told = await world.store.log.private(before.id);
  const item = await world.store.outbox.get(before.id);
  const waits = item !== null && (item.state === 'queued' || item.state === 'needs-you');
  const again: OutboxItem[] = waits
    ? [{ ...outboxFor(at, input, event, instance, snapshot, item.asUser), notBefore: item.notBefore }]
    : [];
  const written = await world.store.log.append({
    events: [event],
    privates: [{ ...row, who: told?.who || row.who, phone: told?.phone || row.phone }],
    outbox: again,
  });
  if (!written.ok) return written;
  // After it: should the worker die here, the outbox finds that the old one no longer stands.
  if (waits)
    await world.store.outbox.move({ ...item, state: 'cancelled', waitingFor: 'nothing' }, item.state);
  return ok({ done: true });
}

export async function withdrawActivity(
  world: World,
  { id }: Parsed<'activity.withdraw'>,
): Answer<Output<'activity.withdraw'>> {
  const event = await world.store.log.event(id);
  if (event?.kind !== 'activity.logged') return failed('not-found', 'no such activity');
  if (!(await isLive(world, event))) return ok({ done: true });
  const item = await world.store.outbox.get(id);
  if (item && item.state !== 'done' && item.state !== 'sending')
    await world.store.outbox.move({ ...item, state: 'cancelled', waitingFor: 'nothing' }, item.state);
  const written = await world.store.log.append({ events: [withdrawal(await desk(world), event, 'wrong')] });
  return written.ok ? ok({ done: true }) : written;
}
