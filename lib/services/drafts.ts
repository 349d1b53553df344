import { failed, ok } from '@/lib/domain/result';
import type { RecordKey } from '@/lib/domain/ids';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { draftSchema, runningCallSchema, type Draft, type RunningCall } from '@/lib/rpc/view';
import { mayTouch, tabState } from './tabs';
import type { World } from './world';

const RUNNING = 'running-call';

export async function draftOf(world: World, record: RecordKey): Promise<Draft | null> {
  const parsed = draftSchema.safeParse(await world.store.shelf.get(`draft:${record}`));
  return parsed.success ? parsed.data : null;
}

/**
 * Keeps what is being typed. Two surfaces may type into one draft: the one with the older revision is told so
 * instead of overwriting what the other one has.
 */
export async function saveDraft(world: World, draft: Draft, from: Envelope): Answer<Output<'draft.save'>> {
  if (!(await mayTouch(world, from, draft.record)))
    return failed('not-allowed', 'this panel has not shown that record');
  const known = await draftOf(world, draft.record);
  if (known && known.revision > draft.revision) return failed('conflict', 'typed elsewhere meanwhile');
  const revision = draft.revision + 1;
  await world.store.shelf.put(`draft:${draft.record}`, { ...draft, revision });
  return ok({ revision });
}

export async function dropDraft(
  world: World,
  { record }: Parsed<'draft.drop'>,
  from: Envelope,
): Answer<Output<'draft.drop'>> {
  if (!(await mayTouch(world, from, record)))
    return failed('not-allowed', 'this panel has not shown that record');
  await world.store.shelf.drop(`draft:${record}`);
  return ok({ done: true });
}

/** The call that runs, with the record and contact it began with, also after the page has moved on. */
export async function runningCall(world: World): Promise<RunningCall | null> {
  const parsed = runningCallSchema.safeParse(await world.store.shelf.get(RUNNING));
  return parsed.success ? parsed.data : null;
}

export async function startCall(
  world: World,
  input: Parsed<'call.start'>,
  from: Envelope,
): Answer<Output<'call.start'>> {
  if (!(await mayTouch(world, from, input.record)))
    return failed('not-allowed', 'this panel has not shown that record');
  const snapshot = await world.store.records.get(input.record);
  const { record, number, by } = input;
  const name = snapshot?.fields.contact?.value?.name || snapshot?.fields.name?.value || '';
  await world.store.shelf.put(RUNNING, { record, number, by, name, startedAt: world.clock.now() });
  return ok({ done: true });
}

export async function stopCall(world: World): Answer<Output<'call.stop'>> {
  await world.store.shelf.drop(RUNNING);
  return ok({ done: true });
}

/** A phone link was clicked in the page: the log arms itself for the record of that moment. */
export async function dialled(
  world: World,
  input: Parsed<'content.dialled'>,
  from: Envelope,
): Answer<Output<'content.dialled'>> {
  const tab = from.tabId === null ? null : await tabState(world, from.tabId);
  if (!tab?.key) return failed('not-found', 'no record is open');
  const snapshot = await world.store.records.get(tab.key);
  const name = snapshot?.fields.contact?.value?.name || snapshot?.fields.name?.value || '';
  const call: RunningCall = { record: tab.key, name, number: input.number, startedAt: input.at, by: 'tel' };
  await world.store.shelf.put(RUNNING, call);
  world.changed(['view']);
  return ok({ done: true });
}
