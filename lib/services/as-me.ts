import type { InstanceId } from '@/lib/domain/ids';
import { crmUserSchema, type CrmUser, type Instance } from '@/lib/domain/instance';
import { failed, ok } from '@/lib/domain/result';
import type { Answer } from '@/lib/rpc/call';
import { carry } from './carry';
import { myRemoteIds } from './identity';
import { tabFor } from './outbox';
import type { World } from './world';

/** An added CRM by its id, also one that is no longer read. */
export async function instanceOf(world: World, id: InstanceId): Promise<Instance | null> {
  return (await world.store.people.instances()).find((one) => one.id === id) ?? null;
}

/** A CRM's open tab in which I am signed in, asked now: what is listed there is mine, not of whoever sits there. */
export async function asMe(
  world: World,
  id: InstanceId,
): Answer<{ readonly instance: Instance; readonly tabId: number; readonly who: CrmUser }> {
  const instance = await instanceOf(world, id);
  if (!instance) return failed('not-found', 'no such CRM');
  const tabId = await tabFor(world, instance);
  if (tabId === null) return failed('offline', 'open the CRM in a tab first', true);
  const who = await carry(world, instance, tabId, 'whoami', [], crmUserSchema);
  if (!who.ok) return failed('not-signed-in', who.fault.message);
  const mine = myRemoteIds(await world.store.people.links(id));
  if (![who.value.remoteId, ...who.value.aliases].some((one) => mine.includes(one)))
    return failed('not-signed-in', 'the user signed in there is not known to be you');
  return ok({ instance, tabId, who: who.value });
}
