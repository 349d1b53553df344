import type { EventOf, KnownEvent } from '@/lib/domain/events/kinds';
import type { EventId, RecordKey } from '@/lib/domain/ids';
import { failed, ok } from '@/lib/domain/result';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import type { NoteView } from '@/lib/rpc/view';
import { isLive } from './activity';
import { envelope } from './compose';
import { desk } from './desk';
import { draftName } from './drafts';
import { mayTouch } from './tabs';
import type { World } from './world';

export async function leaveNote(
  world: World,
  input: Parsed<'note.leave'>,
  from: Envelope,
): Answer<Output<'note.leave'>> {
  if (!(await mayTouch(world, from, input.record)))
    return failed('not-allowed', 'this panel has not shown that record');
  const at = await desk(world);
  const record = await world.store.records.resolve(input.record);
  const id = from.request ?? (world.ids.next() as EventId);
  const head = envelope(at, id, at.now);
  const { anchor, kind, re } = input;
  const written = await world.store.log.append({
    events: [
      {
        ...{ ...head, record, kind: 'note.left', v: 1 },
        body: { anchor, kind, visibility: 'author', to: null, re },
      },
    ],
    dropDrafts: [{ name: draftName('note', input.record), upTo: input.draft ?? Infinity }],
    privates: [{ event: id, record, prospect: record, day: head.day, text: input.text, who: '', phone: '' }],
  });
  return written.ok ? ok({ id }) : written;
}

export async function markNote(
  world: World,
  input: Parsed<'note.mark'>,
  from: Envelope,
): Answer<Output<'note.mark'>> {
  const note = await world.store.log.event(input.note);
  if (note?.kind !== 'note.left' || !note.record) return failed('not-found', 'no such note');
  if (!(await mayTouch(world, from, note.record)))
    return failed('not-allowed', 'this panel has not shown that record');
  const at = await desk(world);
  const head = envelope(at, from.request ?? (world.ids.next() as EventId), at.now);
  const written = await world.store.log.append({
    events: [
      { ...head, record: note.record, kind: 'note.marked', v: 1, body: { note: note.id, mark: input.mark } },
    ],
  });
  return written.ok ? ok({ done: true }) : written;
}

/**
 * Notes of a record that still want something, newest first: what was verified or dropped has left the panel, and what
 * was answered to it with it.
 */
export async function notesOf(world: World, events: readonly KnownEvent[], me: string): Promise<NoteView[]> {
  const marks = new Map<string, NoteView['mark']>();
  for (const event of events.toReversed())
    if (event.kind === 'note.marked') marks.set(event.body.note, event.body.mark);
  const people = await world.store.people.all();
  const notes: NoteView[] = [];
  const left = new Map<string, EventOf<'note.left'>>();
  for (const event of events) if (event.kind === 'note.left') left.set(event.id, event);
  for (const event of left.values()) {
    if (isClosed(event, left, marks)) continue;
    const mark = marks.get(event.id) ?? 'open';
    notes.push({
      ...{ id: event.id, anchor: event.body.anchor, kind: event.body.kind, at: event.at, mark },
      text: (await world.store.log.private(event.id))?.text ?? '',
      author: people.find((person) => person.id === event.actor)?.name ?? '',
      mine: event.actor === me,
      re: event.body.re,
    });
  }
  return notes;
}

/** Is a note, or anything it answers, verified or dropped? */
function isClosed(
  note: EventOf<'note.left'>,
  left: ReadonlyMap<string, EventOf<'note.left'>>,
  marks: ReadonlyMap<string, NoteView['mark']>,
): boolean {
  let one: EventOf<'note.left'> | undefined = note;
  // An answer is written after what it answers; ids rise, so a forged circle ends as well.
  for (let before: string | null = null; one && (before === null || one.id < before);) {
    const mark = marks.get(one.id);
    if (mark === 'verified' || mark === 'dropped') return true;
    before = one.id;
    one = one.body.re === null ? undefined : left.get(one.body.re);
  }
  return false;
}

export async function setNextStep(
  world: World,
  input: Parsed<'nextstep.set'>,
  from: Envelope,
): Answer<Output<'nextstep.set'>> {
  if (!(await mayTouch(world, from, input.record)))
    return failed('not-allowed', 'this panel has not shown that record');
  const at = await desk(world);
  const record = await world.store.records.resolve(input.record);
  const head = envelope(at, from.request ?? (world.ids.next() as EventId), at.now);
  const written = await world.store.log.append({
    events: [{ ...head, record, kind: 'nextstep.set', v: 1, body: input.next }],
    privates: [
      { event: head.id, record, prospect: record, day: head.day, text: input.text, who: '', phone: '' },
    ],
  });
  return written.ok ? ok({ done: true }) : written;
}

export async function closeNextStep(
  world: World,
  input: Parsed<'nextstep.close'>,
  from: Envelope,
): Answer<Output<'nextstep.close'>> {
  const step = await world.store.log.event(input.id);
  if (step?.kind !== 'nextstep.set') return failed('not-found', 'no such next step');
  if (step.record && !(await mayTouch(world, from, step.record)))
    return failed('not-allowed', 'this panel has not shown that record');
  if (!(await isLive(world, step))) return ok({ done: true });
  const at = await desk(world);
  const head = envelope(at, from.request ?? (world.ids.next() as EventId), at.now);
  const record = step.record ? { record: step.record } : {};
  const written = await world.store.log.append({
    events: [
      { ...head, ...record, kind: 'nextstep.closed', v: 1, supersedes: step.id, body: { how: input.how } },
    ],
  });
  return written.ok ? ok({ done: true }) : written;
}

/**
 * The step of a record that is open: the newest one set, unless it was closed; a later one replaces an earlier one, and
 * closing it does not bring the earlier one back. Newest by when it was promised (ids carry that), not by the time of
 * the call it was promised in, which may have been logged later.
 */
export function openStepOf(events: readonly KnownEvent[]): EventOf<'nextstep.set'> | null {
  let newest: { readonly id: string; readonly step: EventOf<'nextstep.set'> | null } | null = null;
  for (const event of events) {
    const id = event.kind === 'nextstep.closed' ? event.supersedes : event.id;
    if ((event.kind !== 'nextstep.set' && event.kind !== 'nextstep.closed') || id === undefined) continue;
    if (newest === null || id > newest.id)
      newest = { id, step: event.kind === 'nextstep.set' ? event : null };
  }
  return newest?.step ?? null;
}

export async function answerPrompt(
  world: World,
  input: Parsed<'prompt.answer'>,
  from: Envelope,
): Answer<Output<'prompt.answer'>> {
  if (!(await mayTouch(world, from, input.record)))
    return failed('not-allowed', 'this panel has not shown that record');
  const at = await desk(world);
  const record = await world.store.records.resolve(input.record);
  const head = envelope(at, from.request ?? (world.ids.next() as EventId), at.now);
  const { rule, answer } = input;
  const written = await world.store.log.append({
    events: [{ ...head, record, kind: 'prompt.answered', v: 1, body: { rule, answer } }],
  });
  return written.ok ? ok({ done: true }) : written;
}

/** Names the record a promise or note is about, for lists. */
export async function nameOf(world: World, record: RecordKey | undefined): Promise<string> {
  if (!record) return '';
  return (await world.store.records.get(record))?.fields.name?.value ?? '';
}
