import type { InstanceId, PersonId } from '@/lib/domain/ids';
import type { CrmLink, CrmUser, Person } from '@/lib/domain/instance';
import { failed, ok } from '@/lib/domain/result';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { rules } from './settings';
import { tabOf, tabStates } from './tabs';
import type { World } from './world';

export type Identity = 'known' | 'ask' | 'somebody-else' | 'unknown';

/** Me, made on first need: a person exists before the first event is written. */
export async function ensureMe(world: World): Promise<Person> {
  const me = await world.store.people.me();
  if (me) return me;
  const { file } = await rules(world);
  const person: Person = {
    id: world.ids.next() as PersonId,
    name: file.me?.name ?? '',
    me: true,
    archivedAt: null,
  };
  await world.store.people.put(person);
  return person;
}

/**
 * Is the signed-in CRM user me? Matched by remote id, never by name. When the page does not tell, the answer given
 * for this CRM before still holds.
 */
export function identify(links: readonly CrmLink[], signedIn: CrmUser | null): Identity {
  const mine = links.filter((link) => link.person !== null && link.confirmedAt !== null);
  if (signedIn === null) return mine.length > 0 ? 'known' : 'unknown';
  const ids = [signedIn.remoteId, ...signedIn.aliases];
  const link = links.find((one) => [one.remoteId, ...one.aliases].some((id) => ids.includes(id)));
  if (!link || link.confirmedAt === null) return 'ask';
  return link.person === null ? 'somebody-else' : 'known';
}

/** Remote ids that are me in a CRM, users and their aliases. */
export function myRemoteIds(links: readonly CrmLink[]): readonly string[] {
  return links.filter((link) => link.person !== null).flatMap((link) => [link.remoteId, ...link.aliases]);
}

export async function confirmIdentity(
  world: World,
  { instance, remoteId, mine }: Parsed<'identity.confirm'>,
): Answer<Output<'identity.confirm'>> {
  const known = (await world.store.people.instances()).find((one) => one.id === instance);
  if (!known) return failed('not-found', 'no such CRM');
  const me = await ensureMe(world);
  const user = await signedInto(world, instance, remoteId);
  await world.store.people.putLink({
    instance,
    remoteId,
    name: user?.name ?? '',
    aliases: user?.aliases ?? [],
    person: mine ? me.id : null,
    confirmedAt: world.clock.now(),
  });
  return ok({ done: true });
}

/**
 * Who is signed in where a call comes from: a frame's own tab. Our other pages stand beside any tab, and all tabs of a
 * browser share one session, so for them the newest word of any tab of that CRM holds.
 */
export async function signedInAt(
  world: World,
  from: Envelope,
  instance: InstanceId,
): Promise<CrmUser | null> {
  const own = await tabOf(world, from);
  const tabs = (await tabStates(world)).filter(
    ({ tab, tabId }) => tab.instance === instance && (from.caller === 'page' || tabId === own),
  );
  const [newest] = tabs.filter(({ tab }) => tab.signedIn !== null).toSorted((a, b) => b.tab.at - a.tab.at);
  return newest?.tab.signedIn ?? null;
}

/** Name and aliases as the CRM gave them, from any open tab of it. */
async function signedInto(world: World, instance: InstanceId, remoteId: string): Promise<CrmUser | null> {
  for (const { tab } of await tabStates(world))
    if (tab.instance === instance && tab.signedIn?.remoteId === remoteId) return tab.signedIn;
  return null;
}
