import { settingsFiles } from './settings';
import type { World } from './world';

/**
 * Makes what the browser forgets equal to what we know: registered content scripts, open tabs without one, the
 * outbox' alarm. Idempotent; runs at every start of the worker, since restarts and updates lose all of it.
 */
export async function reconcile(world: World): Promise<void> {
  const instances = (await world.store.people.instances()).filter((one) => one.archivedAt === null);
  const wanted = [];
  for (const { kind, bases } of instances)
    for (const base of bases) if (await world.doors.granted(base)) wanted.push({ kind, base });
  await world.doors.keep(wanted);
}

/** Is there enough to begin: somebody, and one CRM. */
export async function isSetUp(world: World): Promise<boolean> {
  const { file } = await settingsFiles(world);
  const instances = await world.store.people.instances();
  return (
    (file.me !== undefined || file.role !== undefined) && instances.some((one) => one.archivedAt === null)
  );
}
