import { ensureMe, identify } from './identity';
import { register } from './crms';
import { saveGoal } from './goals';
import { isSameKind } from './progress';
import { settingsFiles } from './settings';
import type { World } from './world';

const SEEDING = 'seeding-goals';

/**
 * Lays down what a deployed settings file says beyond preferences: CRMs, who I am there, first goals. Only what is
 * not there yet; what the user changed since is left alone.
 */
export async function applySeed(world: World): Promise<void> {
  const { file, company } = await settingsFiles(world);
  if (!company.success) return;
  const me = await ensureMe(world);
  if (file.me && me.name !== file.me.name) await world.store.people.put({ ...me, name: file.me.name });
  for (const { kind, base, tenant, label, test, iAm } of file.crms ?? []) {
    const address = base.replace(/\/+$/, '');
    const known = (await world.store.people.instances()).some((one) => one.bases.includes(address));
    const instance = known
      ? (await world.store.people.instances()).find((one) => one.bases.includes(address))!
      : await register(world, {
          ...{ kind, test, base: address, tenant: tenant ?? null, version: null },
          label: label ?? new URL(address).host,
        });
    if (!iAm) continue;
    const links = await world.store.people.links(instance.id);
    const user = { ...iAm, aliases: [] };
    if (identify(links, user) === 'ask') {
      const confirmedAt = world.clock.now();
      await world.store.people.putLink({ instance: instance.id, ...user, person: me.id, confirmedAt });
    }
  }
  const goals = await world.store.goals.all();
  // A worker that died among the goals left this mark: the rest is laid down by the next one.
  const begun = (await world.store.shelf.get(SEEDING)) === true;
  if (goals.length > 0 && !begun) return;
  await world.store.shelf.put(SEEDING, true);
  for (const goal of file.goals ?? [])
    if (!goals.some((one) => isSameKind(one, goal))) await saveGoal(world, { goal: null, ...goal }, {});
  await world.store.shelf.drop(SEEDING);
}
