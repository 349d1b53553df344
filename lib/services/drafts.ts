import { failed, ok } from '@/lib/domain/result';
import { recordKey, type RecordKey } from '@/lib/domain/ids';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { draftSchema, noteDraftSchema, type Draft, type NoteDraft } from '@/lib/rpc/view';
import { calledName, dropRunning, keepRunning } from './running';
import { mayTouch, tabState } from './tabs';
import type { World } from './world';

interface Drafts {
  readonly log: Draft;
  readonly note: NoteDraft;
}

const SHAPES = { log: draftSchema, note: noteDraftSchema } as const;

/** Where a draft of a record lies on the shelf. */
export function draftName(kind: keyof Drafts, record: RecordKey): string {
  return `${kind === 'log' ? 'draft' : 'note-draft'}:${record}`;
}

export async function draftOf<Kind extends keyof Drafts>(
  world: World,
  kind: Kind,
  record: RecordKey,
): Promise<Drafts[Kind] | null> {
  const parsed = SHAPES[kind].safeParse(await world.store.shelf.get(draftName(kind, record)));
  return parsed.success ? (parsed.data as Drafts[Kind]) : null;
}

/**
 * Keeps what is being typed. Two surfaces may type into one draft: the one with the older revision is told so
 * instead of overwriting what the other one has.
 */
export async function saveDraft<Kind extends keyof Drafts>(
  world: World,
  kind: Kind,
  draft: Drafts[Kind],
  from: Envelope,
): Answer<Output<'draft.save'>> {
  if (!(await mayTouch(world, from, draft.record)))
    return failed('not-allowed', 'this panel has not shown that record');
  const known = await draftOf(world, kind, draft.record);
  const revision = draft.revision + 1;
  // The same save again, after a worker that died having written it, is no conflict.
  if (known && JSON.stringify(known) === JSON.stringify(SHAPES[kind].parse({ ...draft, revision })))
    return ok({ revision, at: await world.store.revision() });
  if (known && known.revision > draft.revision) return failed('conflict', 'typed elsewhere meanwhile');
  await world.store.shelf.put(draftName(kind, draft.record), { ...draft, revision });
  return ok({ revision, at: await world.store.revision() });
}

export async function dropDraft(
  world: World,
  { record, draft }: Parsed<'draft.drop'>,
  from: Envelope,
): Answer<Output<'draft.drop'>> {
  if (!(await mayTouch(world, from, record)))
    return failed('not-allowed', 'this panel has not shown that record');
  const known = await draftOf(world, 'log', record);
  if (known === null || known.revision <= (draft ?? Infinity))
    await world.store.shelf.drop(draftName('log', record));
  return ok({ done: true });
}

export async function startCall(
  world: World,
  input: Parsed<'call.start'>,
  from: Envelope,
): Answer<Output<'call.start'>> {
  if (!(await mayTouch(world, from, input.record)))
    return failed('not-allowed', 'this panel has not shown that record');
  const { record, number, by } = input;
  const name = await calledName(world, record);
  await keepRunning(world, { record, number, by, name, startedAt: world.clock.now() });
  return ok({ done: true });
}

export async function stopCall(world: World): Answer<Output<'call.stop'>> {
  await dropRunning(world);
  return ok({ done: true });
}

/** A phone link was clicked in the page: the log arms itself for the record of that moment. */
export async function dialled(
  world: World,
  input: Parsed<'content.dialled'>,
  from: Envelope,
): Answer<Output<'content.dialled'>> {
  const tab = from.tabId === null ? null : await tabState(world, from.tabId);
  // The record of the click, not the one the page has moved on to since.
  const record =
    tab && input.ref
      ? recordKey({ instance: tab.instance, api: input.ref.api, remoteId: input.ref.remoteId })
      : tab?.key;
  if (!record) return failed('not-found', 'no record is open');
  const name = await calledName(world, record);
  const startedAt = Math.min(input.at, world.clock.now());
  await keepRunning(world, { record, name, number: input.number, startedAt, by: 'tel' });
  world.changed(['view']);
  return ok({ done: true });
}
