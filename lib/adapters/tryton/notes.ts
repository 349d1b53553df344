import type { CrmWrite } from '@/lib/domain/outbox';
import type { RecordRef } from '@/lib/domain/record';
import type { ApiResult, ListedActivity, Reach } from '../contract';
import { paragraphsOf, readMark } from '../mark';
import { KINDS } from './models';
import { type Row, wordsIn } from './rows';
import { call, type Context, failed, instantOfWire } from './talk';

/** Keeps a call as a note on its record; when a note with its reference is there already, that one is the answer. */
export async function keepNote(
  reach: Reach,
  write: CrmWrite,
  context: Context,
): Promise<ApiResult<{ remoteId: string }>> {
  const before = await noteOf(reach, write, context);
  if (!before.ok) return before;
  if (before.value !== null) return { ok: true, value: before.value };
  const note = { resource: resourceOf(write.record), message: paragraphsOf(write).join('\n\n') };
  const made = await call<number[]>(reach, 'model.ir.note.create', [[note], context]);
  if (!made.ok) return made;
  const [id] = made.value;
  return id === undefined
    ? failed('refused', 'Tryton did not say what it stored.')
    : { ok: true, value: { remoteId: String(id) } };
}

/** The note on a record that carries a reference of ours. */
export async function noteOf(
  reach: Reach,
  { record, reference }: CrmWrite,
  context: Context,
): Promise<ApiResult<{ remoteId: string } | null>> {
  const domain = [
    ['resource', '=', resourceOf(record)],
    ['message', 'like', `%${reference}%`],
  ];
  const notes = await call<Row[]>(reach, 'model.ir.note.search_read', [domain, 0, 1, null, ['id'], context]);
  if (!notes.ok) return notes;
  const [note] = notes.value;
  return { ok: true, value: note ? { remoteId: String(note['id']) } : null };
}

/** A note as an activity. Ours says itself which day it counts on; of others the day they were made, here. */
export function activityOf(note: Row): ListedActivity {
  const message = wordsIn(note, 'message');
  const mark = readMark(message);
  const at = instantOfWire(note['create_date']);
  return {
    remoteId: String(note['id']),
    record: recordOf(wordsIn(note, 'resource')),
    reference: mark?.reference ?? null,
    subject: (message.split('\n')[0] ?? '').slice(0, 255),
    // Ours may have been written long after the call: then the note's time is not the call's.
    at: mark ? null : at,
    day: mark?.day ?? (at === null ? '' : localDay(at)),
  };
}

/** The civil day here: an open tab of the CRM runs in the rep's own zone. */
function localDay(at: number): string {
  const moment = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

function recordOf(resource: string): RecordRef | null {
  const [api = '', remoteId = ''] = resource.split(',');
  const object = KINDS[api];
  return object && /^\d+$/.test(remoteId) ? { object, api, remoteId } : null;
}

function resourceOf(record: RecordRef): string {
  return `${record.api},${record.remoteId}`;
}
