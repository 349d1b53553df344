import { useState } from 'react';
import { ulid } from 'ulid';
import type { Channel } from '@/lib/domain/events/kinds';
import { eventIdSchema, type EventId, type RecordKey } from '@/lib/domain/ids';
import type { Outcome } from '@/lib/domain/outcome';
import type { Fault } from '@/lib/domain/result';
import type { Draft } from '@/lib/rpc/view';
import type { Input } from '@/lib/rpc/contract';
import { useConnection } from '../queries/client';
import { LOG_DRAFTS } from '../queries/draft-kinds';
import { draftSettled } from '../queries/use-draft-saver';
import { keepLogged, useLogDrafts } from '../stores/log-drafts';

export function newEventId(): EventId {
  return eventIdSchema.parse(ulid());
}

/** A log as the background wants it. Only an answered call has a length: a long ring is not a talk. */
export function logInput(
  draft: Draft,
  id: EventId,
  now: number,
  outcome: Outcome | null,
  armedBy: 'key' | 'tel',
): Omit<Input<'activity.log'>, 'draft'> {
  const answered = draft.channel !== 'call' || outcome?.meaning.connect === true;
  return {
    id,
    record: draft.record,
    channel: draft.channel,
    direction: 'out',
    outcome: draft.channel === 'call' ? draft.outcome : null,
    text: draft.text.trim(),
    at: draft.at ?? now,
    durationSec: answered ? draft.durationSec : null,
    next: draft.next,
    meetingAt: outcome?.wants === 'meeting-time' ? draft.meetingAt : null,
    armedBy,
  };
}

/**
 * Saves logs. The id is kept until the background has answered, so that Enter pressed again after a dead worker
 * is the same act and never a second one.
 */
export function useSubmit() {
  const connection = useConnection();
  const [pending, setPending] = useState<{ readonly record: RecordKey; readonly id: EventId } | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault['code'] | null>(null);

  async function submit(
    draft: Draft,
    outcome: Outcome | null,
    armedBy: 'key' | 'tel',
    now: number,
  ): Promise<boolean> {
    if (busy) return false;
    const id = pending?.record === draft.record ? pending.id : newEventId();
    setPending({ record: draft.record, id });
    setBusy(true);
    const { settle, change } = useLogDrafts.getState();
    settle(draft.record);
    await draftSettled(LOG_DRAFTS, draft.record);
    const kept = useLogDrafts.getState().drafts[draft.record]?.draft.revision ?? draft.revision;
    const log = { ...logInput(draft, id, now, outcome, armedBy), draft: kept };
    const result = await connection.call('activity.log', log);
    setBusy(false);
    setFault(result.ok ? null : result.fault.code);
    if (result.ok || !result.fault.retry) setPending(null);
    if (result.ok) keepLogged(draft);
    else if (useLogDrafts.getState().drafts[draft.record] !== undefined) change(draft.record, {});
    return result.ok;
  }
  return { submit, busy, fault, clear: () => setFault(null) };
}

/** A message in two keys: which way it went is all there is to say. */
export function messageDraft(draft: Draft, channel: Exclude<Channel, 'call' | 'meeting'>): Draft {
  return { ...draft, channel, outcome: null, durationSec: null, meetingAt: null };
}
