import type { CrmWrite } from '@/lib/domain/outbox';
import type { RecordRef } from '@/lib/domain/record';
import type { ApiResult, Reach } from '../contract';
import { paragraphsOf } from '../mark';
import { call, failed, sessionInfo } from './talk';

type Written = { readonly remoteId: string };

/** The first version whose `message_post` takes HTML only when told so; before, it always does. */
const ASKS_HTML = 17;
const CALL = 'mail.mail_activity_data_call';

/**
 * Keeps a call as a done call activity, which Odoo's own activity report counts; anything else as an internal note
 * (`mail.mt_note`: followers get no e-mail). Made of two steps, so the reference goes into the first: a call that was
 * planned and not ticked off before a crash is ticked off now instead of planned again.
 */
export async function keep(reach: Reach, write: CrmWrite): Promise<ApiResult<Written>> {
  const before = await messageOf(reach, write);
  if (!before.ok) return before;
  if (before.value !== null) return { ok: true, value: before.value };
  return write.channel === 'call' ? doneCall(reach, write) : note(reach, write);
}

/** The message in the record's chatter that carries our reference. */
export async function messageOf(reach: Reach, write: CrmWrite): Promise<ApiResult<Written | null>> {
  const domain = [...about(write.record, 'model'), ['body', 'ilike', write.reference]];
  const found = await call<{ id: number }[]>(reach, 'mail.message', 'search_read', [domain], {
    fields: ['id'],
    limit: 1,
    order: 'id',
  });
  if (!found.ok) return found;
  const [message] = found.value;
  return { ok: true, value: message ? { remoteId: String(message.id) } : null };
}

async function doneCall(reach: Reach, write: CrmWrite): Promise<ApiResult<Written>> {
  const planned = await plannedOf(reach, write);
  if (!planned.ok) return planned;
  const id: ApiResult<number> =
    planned.value === null ? await plan(reach, write) : { ok: true, value: planned.value };
  if (!id.ok) return id;
  const done = await call<number | false>(reach, 'mail.activity', 'action_feedback', [[id.value]], {
    feedback: write.outcome,
  });
  if (!done.ok) return done;
  if (typeof done.value === 'number') return { ok: true, value: { remoteId: String(done.value) } };
  return found(reach, write);
}

async function plan(reach: Reach, write: CrmWrite): Promise<ApiResult<number>> {
  const session = await sessionInfo(reach);
  if (!session.ok) return session;
  const made = await call<unknown>(
    reach,
    write.record.api,
    'activity_schedule',
    [[Number(write.record.remoteId)]],
    {
      act_type_xmlid: CALL,
      summary: write.subject,
      note: html(write),
      date_deadline: write.day,
      user_id: session.value.uid,
      automated: false,
    },
  );
  if (!made.ok) return made;
  // Odoo 19 answers `[45]`; 17 answers the record's name, "mail.activity(45,)".
  const id = /\d+/.exec(JSON.stringify(made.value ?? null))?.[0];
  if (id !== undefined) return { ok: true, value: Number(id) };
  const planned = await plannedOf(reach, write);
  if (!planned.ok) return planned;
  return planned.value === null
    ? failed('refused', 'Odoo did not say what it stored.')
    : { ok: true, value: planned.value };
}

async function plannedOf(reach: Reach, write: CrmWrite): Promise<ApiResult<number | null>> {
  const domain = [...about(write.record, 'res_model'), ['note', 'ilike', write.reference]];
  const ids = await call<number[]>(reach, 'mail.activity', 'search', [domain], { limit: 1 });
  return ids.ok ? { ok: true, value: ids.value[0] ?? null } : ids;
}

async function note(reach: Reach, write: CrmWrite): Promise<ApiResult<Written>> {
  const session = await sessionInfo(reach);
  if (!session.ok) return session;
  const version = Number(/\d+/.exec(String(session.value.server_version_info?.[0] ?? ''))?.[0] ?? ASKS_HTML);
  const made = await call<unknown>(
    reach,
    write.record.api,
    'message_post',
    [[Number(write.record.remoteId)]],
    {
      body: html(write),
      ...(version >= ASKS_HTML ? { body_is_html: true } : {}),
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_note',
    },
  );
  if (!made.ok) return made;
  // An id on 17, a list of one on 19.
  const id = /\d+/.exec(JSON.stringify(made.value ?? null))?.[0];
  return id === undefined ? found(reach, write) : { ok: true, value: { remoteId: id } };
}

async function found(reach: Reach, write: CrmWrite): Promise<ApiResult<Written>> {
  const message = await messageOf(reach, write);
  if (!message.ok) return message;
  return message.value === null
    ? failed('refused', 'Odoo did not say what it stored.')
    : { ok: true, value: message.value };
}

function about(record: RecordRef, model: 'model' | 'res_model'): unknown[] {
  return [
    [model, '=', record.api],
    ['res_id', '=', Number(record.remoteId)],
  ];
}

function html(write: CrmWrite): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return paragraphsOf(write)
    .map((part) => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
}
