import * as z from 'zod';
import type { Instance } from '@/lib/domain/instance';
import { crmUserSchema } from '@/lib/domain/instance';
import type { OutboxItem } from '@/lib/domain/outbox';
import { failed, ok } from '@/lib/domain/result';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { carry, type CarryFault } from './carry';
import { UNDO_MS } from './compose';
import { isLive } from './activity';
import { myRemoteIds } from './identity';
import { nameOf } from './notes';
import { mayTouchInstance } from './scope';
import { tabStates } from './tabs';
import type { World } from './world';

/** A `sending` older than this was interrupted: look in the CRM before writing again. */
const LEASE_MS = 60_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 15 * 60_000;
/** After so many failures a person should look; what is typed stays. */
const TRIES = 8;

/** An open tab of an instance, or null: without one the page's session cannot be used. */
export async function tabFor(world: World, instance: Instance): Promise<number | null> {
  for (const { tabId, tab } of await tabStates(world))
    if (tab.instance === instance.id && (await world.tabs.exists(tabId))) return tabId;
  return null;
}

const remoteSchema = z.strictObject({ remoteId: z.string().min(1).max(200) });

/** Sends what is due. Safe to call at any time and from anywhere: one run at a time, every step in the row. */
export function flush(world: World): Promise<void> {
  return world.alone('outbox', async () => {
    const items = await world.store.outbox.open();
    const now = world.clock.now();
    const instances = await world.store.people.instances();
    let moved = false;
    for (const item of items) {
      const instance = instances.find((one) => one.id === item.instance && one.archivedAt === null);
      if (!instance || !isDue(item, now)) continue;
      moved = (await send(world, item, instance)) || moved;
    }
    const rest = await world.store.outbox.open();
    // What waits for a tab or a sign-in is woken by them; looking for them every second would never let the worker rest.
    const next = rest
      .filter((item) => item.state !== 'needs-you')
      .map((item) => (item.state === 'sending' ? (item.sendingSince ?? 0) + LEASE_MS : item.notBefore))
      .map((due) => (due > now ? due : now + LONGEST_RETRY_MS))
      .toSorted((a, b) => a - b)[0];
    if (next !== undefined) world.wakeAt(next);
    if (moved) world.changed(['outbox', 'view']);
  });
}

function isDue(item: OutboxItem, now: number): boolean {
  if (item.state === 'queued') return item.notBefore <= now;
  return item.state === 'sending' && (item.sendingSince ?? 0) + LEASE_MS <= now;
}

async function send(world: World, item: OutboxItem, instance: Instance): Promise<boolean> {
  const act = await world.store.log.event(item.id);
  // Corrected or withdrawn by a worker that died before it could say so here: what no longer stands is not written.
  if (act && !(await isLive(world, act)))
    return world.store.outbox.move({ ...item, state: 'cancelled', waitingFor: 'nothing' }, item.state);
  const tabId = await tabFor(world, instance);
  if (tabId === null) return wait(world, item, 'open-tab', null);
  if (instance.connection === 'none') {
    // Asked and out of reach: kept here is a legitimate end. Not asked yet: the first look at its page will.
    const asked = (await world.session.get(`asked:${instance.id}`)) !== undefined;
    if (!asked) return wait(world, item, 'open-tab', null);
    return world.store.outbox.move({ ...item, state: 'kept-here', waitingFor: 'nothing' }, item.state);
  }
  const who = await carry(world, instance, tabId, 'whoami', [], crmUserSchema);
  if (!who.ok) return fault(world, { ...item, attempt: item.attempt + 1 }, who.fault);
  // The CRM user may have changed under us: what one person did is not written as another.
  const ids = [who.value.remoteId, ...who.value.aliases];
  const mine =
    item.asUser === null ? myRemoteIds(await world.store.people.links(instance.id)) : [item.asUser];
  if (!mine.some((one) => ids.includes(one))) return wait(world, item, 'sign-in', who.value.name);

  const { sendingSince: _, ...rest } = item;
  const sending: OutboxItem = {
    ...rest,
    state: 'sending',
    sendingSince: world.clock.now(),
    attempt: item.attempt + 1,
  };
  if (!(await world.store.outbox.move(sending, item.state))) return false;
  // Every attempt but the first may have arrived without our hearing of it.
  if (item.attempt > 0) {
    const found = await carry(world, instance, tabId, 'find', [item.write], remoteSchema.nullable());
    if (!found.ok) return fault(world, sending, found.fault);
    if (found.value) return done(world, sending, found.value.remoteId);
  }
  const written = await carry(world, instance, tabId, 'write', [item.write], remoteSchema);
  return written.ok ? done(world, sending, written.value.remoteId) : fault(world, sending, written.fault);
}

function done(world: World, item: OutboxItem, remoteId: string): Promise<boolean> {
  return world.store.outbox.move(
    { ...item, state: 'done', remoteId, why: null, waitingFor: 'nothing' },
    item.state,
  );
}

function wait(
  world: World,
  item: OutboxItem,
  waitingFor: OutboxItem['waitingFor'],
  why: string | null,
): Promise<boolean> {
  if (item.state === 'queued' && item.waitingFor === waitingFor) return Promise.resolve(false);
  return world.store.outbox.move({ ...item, state: 'queued', waitingFor, why }, item.state);
}

/** Network, 5xx and 429 are tried again with growing, jittered pauses; what the CRM refuses wants a person. */
function fault(world: World, item: OutboxItem, { code, message, retry }: CarryFault): Promise<boolean> {
  if (code === 'not-signed-in') return wait(world, item, 'sign-in', message);
  if (!retry || item.attempt >= TRIES)
    return world.store.outbox.move(
      { ...item, state: 'needs-you', why: message, waitingFor: 'nothing' },
      item.state,
    );
  const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** item.attempt);
  // Full jitter from the reference's own random part: no two items of a burst come back together.
  const share = Number.parseInt(item.id.slice(-4), 36) / 36 ** 4;
  const notBefore = world.clock.now() + Math.round(longest * (0.5 + share / 2));
  const next: OutboxItem = { ...item, state: 'queued', notBefore, why: message, waitingFor: 'retry' };
  return world.store.outbox.move(next, item.state);
}

export async function listOutbox(world: World): Answer<Output<'outbox.list'>> {
  const items = await world.store.outbox.open();
  const views = [];
  for (const { id, instance, write, state, waitingFor, why } of items) {
    const { subject, text, at } = write;
    const recordName = await nameOf(world, (await world.store.log.event(id))?.record);
    views.push({ id, instance, recordName, subject, text, state, waitingFor, why, at });
  }
  return ok({ items: views });
}

export async function actOnOutbox(
  world: World,
  { id, act }: Parsed<'outbox.act'>,
  from: Envelope,
): Answer<Output<'outbox.act'>> {
  const item = await world.store.outbox.get(id);
  if (!item) return failed('not-found', 'no such item');
  if (!(await mayTouchInstance(world, from, item.instance)))
    return failed('not-allowed', 'not the CRM of this tab');
  if (item.state === 'sending' || item.state === 'done') return failed('conflict', 'it is on its way', true);
  // Taken back or deleted: nothing of it leaves any more.
  if (item.state === 'cancelled')
    return act === 'cancel' ? ok({ done: true }) : failed('conflict', 'it was taken back');
  const next: OutboxItem =
    act === 'retry'
      ? {
          ...item,
          state: 'queued',
          waitingFor: 'retry',
          notBefore: Math.max(world.clock.now(), item.createdAt + UNDO_MS),
        }
      : { ...item, state: act === 'cancel' ? 'cancelled' : 'kept-here', waitingFor: 'nothing' };
  if (!(await world.store.outbox.move(next, item.state)))
    return failed('conflict', 'it moved meanwhile', true);
  if (act === 'retry') await flush(world);
  return ok({ done: true });
}
