import type { RecordKey } from '@/lib/domain/ids';
import { runningCallSchema, type RunningCall } from '@/lib/rpc/view';
import type { World } from './world';

const RUNNING = 'running-call';

/** The call that runs, with the record and contact it began with, also after the page has moved on. */
export async function runningCall(world: World): Promise<RunningCall | null> {
  const parsed = runningCallSchema.safeParse(await world.store.shelf.get(RUNNING));
  if (!parsed.success) return null;
  const call = parsed.data;
  // The link was clicked before the page had been looked at: who it is about is known by now.
  return call.name === '' ? { ...call, name: await calledName(world, call.record) } : call;
}

/** Whom a call on this record is with: its contact, else the record itself; empty while neither is known. */
export async function calledName(world: World, record: RecordKey): Promise<string> {
  const fields = (await world.store.records.get(record))?.fields;
  return fields?.contact?.value?.name || fields?.name?.value || '';
}

export async function keepRunning(world: World, call: RunningCall): Promise<void> {
  await world.store.shelf.put(RUNNING, call);
}

export async function dropRunning(world: World): Promise<void> {
  await world.store.shelf.drop(RUNNING);
}
