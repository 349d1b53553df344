import * as z from 'zod';
import { crmUserSchema, type CrmUser, type Instance } from '@/lib/domain/instance';
import type { Envelope } from '@/lib/rpc/call';
import type { Parsed } from '@/lib/rpc/contract';
import { instanceOf } from './as-me';
import { carry } from './carry';
import { askExact } from './exact';
import { flush } from './outbox';
import { signedInBy, tabState } from './tabs';
import type { World } from './world';

const probeSchema = z.strictObject({
  tenant: z.string().max(300).nullable(),
  currency: z.string().nullable(),
});

/** Does the page's own session reach the API? The answer decides how writes travel. */
export async function connect(world: World, instance: Instance, tabId: number): Promise<Instance> {
  const probed = await carry(world, instance, tabId, 'probe', [], probeSchema);
  // The CRM may have been removed or changed while it was asked.
  const now = (await instanceOf(world, instance.id)) ?? instance;
  const connected: Instance = probed.ok
    ? { ...now, connection: 'page-session', currency: probed.value.currency ?? now.currency }
    : now;
  if (probed.ok) await world.store.people.putInstance(connected);
  return connected;
}

/**
 * Once per document that reports: who is signed in, by the CRM's API where it is in reach (pages of some CRMs never
 * say). Somebody the page names is asked about once per browser session: asking puts a script into the page and
 * spends a call of the organisation's daily allowance, each time anybody opens a record. Whether it is in reach is asked once per browser session; a CRM that came with a settings file learns here
 * how its writes travel. What had no answer, since nobody was signed in, is asked again at each record: some web
 * clients sign in without loading another document. Then the values of the record itself, exact.
 */
export async function introduce(
  world: World,
  input: Parsed<'content.observed'>,
  from: Envelope,
): Promise<void> {
  const { tabId } = from;
  const tab = tabId === null ? null : await tabState(world, tabId);
  let instance = tab && (await instanceOf(world, tab.instance));
  if (!tab || !instance || tabId === null) return;
  const here = `${tabId}:${from.documentId}`;
  const again = instance.connection === 'none' && tab.key !== null;
  if (
    (await first(world, `probed:${instance.id}`)) ||
    (again && (await first(world, `probed:${here}:${tab.key}`)))
  )
    instance = await connect(world, instance, tabId);
  await world.session.put(`asked:${instance.id}`, true);
  if (instance.connection === 'none') return;
  const unsaid = tab.signedIn === null && tab.key !== null;
  if ((await first(world, `who:${here}`)) || (unsaid && (await first(world, `who:${here}:${tab.key}`)))) {
    const known = tab.signedIn && `user:${instance.id}:${tab.signedIn.remoteId}`;
    const before = known === null ? null : crmUserSchema.safeParse(await world.session.get(known));
    const who = before?.success ? before.data : await whoIs(world, instance, tabId);
    if (who) await world.session.put(`user:${instance.id}:${who.remoteId}`, who);
    if (who) await signedInBy(world, tabId, who);
    world.changed(['view', 'crms']);
    await flush(world);
  }
  if (tab.key && input.reading) await askExact(world, instance, tabId, tab.key, input.reading);
}

/** True the first time in this browser session. */
async function first(world: World, name: string): Promise<boolean> {
  if ((await world.session.get(name)) !== undefined) return false;
  await world.session.put(name, true);
  return true;
}

/** Who is signed in, by the CRM's API; null when it does not say. */
export async function whoIs(world: World, instance: Instance, tabId: number): Promise<CrmUser | null> {
  const who = await carry(world, instance, tabId, 'whoami', [], crmUserSchema);
  return who.ok ? who.value : null;
}
