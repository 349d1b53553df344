import { inOrder } from './in-order';
import { settingsFiles } from './settings';
import { tabStates } from './tabs';
import type { World } from './world';

/**
 * Makes what the browser forgets equal to what we know: registered content scripts, open tabs without one, open tabs
 * whose CRM may not be read any more, the outbox' alarm. Idempotent; runs at every start of the worker, since restarts
 * and updates lose all of it.
 */
export function reconcile(world: World): Promise<void> {
  return inOrder('reconcile', async () => {
    const instances = (await world.store.people.instances()).filter((one) => one.archivedAt === null);
    const wanted = [];
    const read = new Set<string>();
    for (const { id, kind, bases } of instances)
      for (const base of bases) {
        if (!(await world.doors.granted(base))) continue;
        wanted.push({ kind, base });
        read.add(id);
      }
    for (const { tabId, tab } of await tabStates(world))
      if (!read.has(tab.instance)) await leave(world, tabId);
    await world.doors.keep(wanted);
  });
}

/** A tab that was closed meanwhile does not answer, and is forgotten all the same. */
async function leave(world: World, tabId: number): Promise<void> {
  await world.tabs.leave(tabId);
  await world.session.drop(`tab:${tabId}`);
  world.changed(['view', 'crms']);
}

/** Is there enough to begin: somebody, and one CRM. */
export async function isSetUp(world: World): Promise<boolean> {
  const { file } = await settingsFiles(world);
  const instances = await world.store.people.instances();
  return (
    (file.me !== undefined || file.role !== undefined) && instances.some((one) => one.archivedAt === null)
  );
}
