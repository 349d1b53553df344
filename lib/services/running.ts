import { runningCallSchema, type RunningCall } from '@/lib/rpc/view';
import type { World } from './world';

const RUNNING = 'running-call';

/** The call that runs, with the record and contact it began with, also after the page has moved on. */
export async function runningCall(world: World): Promise<RunningCall | null> {
  const parsed = runningCallSchema.safeParse(await world.store.shelf.get(RUNNING));
  return parsed.success ? parsed.data : null;
}

export async function keepRunning(world: World, call: RunningCall): Promise<void> {
  await world.store.shelf.put(RUNNING, call);
}

export async function dropRunning(world: World): Promise<void> {
  await world.store.shelf.drop(RUNNING);
}
