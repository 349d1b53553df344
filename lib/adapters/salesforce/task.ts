import type { CrmWrite } from '@/lib/domain/outbox';
import type { RecordRef } from '@/lib/domain/record';

/** Salesforce's own words for a task's kind: a restricted list that can only be set at creation. */
const SUBTYPES: Readonly<Partial<Record<CrmWrite['channel'], string>>> = {
  call: 'Call',
  email: 'Email',
  linkedin: 'LinkedIn',
};
/** Task.Description holds 32,000 characters, Task.Subject, CallDisposition and CallObject 255. */
const LONG = 32_000;
const SHORT = 255;

/**
 * A logged call or message as a closed Task. `CallObject` carries our reference, so that a repeat is found instead
 * of doubled. With a lead as "who" there may be no "what": Salesforce refuses the pair.
 */
export function taskOf(write: CrmWrite, closedStatus: string): Record<string, unknown> {
  const who = [write.contact, write.record].find(
    (ref) => ref?.object === 'lead' || ref?.object === 'contact',
  );
  const what = who?.object === 'lead' ? undefined : [write.record].find(isRelated);
  const call = write.channel === 'call';
  return {
    Subject: write.subject.slice(0, SHORT),
    ...(write.text === '' ? {} : { Description: write.text.slice(0, LONG) }),
    Status: closedStatus,
    ActivityDate: write.day,
    TaskSubtype: SUBTYPES[write.channel] ?? 'Task',
    CallObject: write.reference.slice(0, SHORT),
    ...(who ? { WhoId: who.remoteId } : {}),
    ...(what ? { WhatId: what.remoteId } : {}),
    ...(call ? { CallType: write.direction === 'in' ? 'Inbound' : 'Outbound' } : {}),
    ...(call && write.durationSec !== null ? { CallDurationInSeconds: write.durationSec } : {}),
    ...(call && write.outcome !== '' ? { CallDisposition: write.outcome.slice(0, SHORT) } : {}),
  };
}

function isRelated(ref: RecordRef): boolean {
  return ref.object === 'deal' || ref.object === 'account';
}
