import type { OutboxItem } from '@/lib/domain/outbox';
import type { Store } from '@/lib/domain/ports';
import type { RecordSnapshot } from '@/lib/domain/record';
import {
  call,
  CRM,
  DAY,
  day,
  type Disk,
  eventId,
  lead,
  ME,
  meaning,
  newDisk,
  NOON,
  open,
  other,
  withdraw,
} from './support';
import { deal } from '../kpi/metric-support';

/** The whole export, page by page. */
export async function wholeFile(store: Store): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let cursor: string | null = null; ;) {
    const page = await store.data.exportPage(cursor);
    lines.push(...page.lines);
    cursor = page.next;
    if (cursor === null) return lines;
  }
}

/** Rows without the header; the order of names inside a row does not matter. */
export function rowsOf(file: readonly string[]): readonly unknown[] {
  return file.slice(1).map((line) => JSON.parse(line) as unknown);
}

export function snapshot(name: string, words: string, seenAt = NOON): RecordSnapshot {
  const seen = (value: string) =>
    ({ raw: value, value, source: 'page', confidence: 'exact', rounded: false }) as const;
  return {
    key: lead(name),
    instance: CRM,
    object: 'lead',
    api: 'Lead',
    remoteId: name,
    fields: { name: seen(words), phone: seen('555-0100') },
    expected: ['name', 'phone'],
    missing: [],
    fallbacks: [],
    adapter: 'salesforce',
    revision: 1,
    seenAt,
  };
}

export function item(number: number, over: Partial<OutboxItem> = {}): OutboxItem {
  return {
    id: eventId(number),
    instance: CRM,
    asUser: null,
    write: {
      operation: 'log-activity',
      reference: eventId(number),
      record: { object: 'lead', api: 'Lead', remoteId: 'a' },
      contact: null,
      channel: 'call',
      direction: 'out',
      subject: 'Call',
      text: 'call me tomorrow',
      outcome: 'callback',
      at: NOON,
      day: DAY,
      durationSec: null,
    },
    state: 'queued',
    notBefore: NOON,
    attempt: 0,
    sendingSince: null,
    remoteId: null,
    why: null,
    waitingFor: 'undo',
    createdAt: NOON,
    ...over,
  };
}

/** A store in which a rep has worked: one row in every table that a file can hold. */
export async function lived(): Promise<{ readonly store: Store; readonly disk: Disk }> {
  const disk = newDisk();
  const store = await open(disk);
  await store.people.put({ id: ME, name: 'Rep', me: true, archivedAt: null });
  await store.people.putInstance({
    id: CRM,
    kind: 'salesforce',
    tenant: '00D000000000001',
    label: 'Work',
    bases: ['https://crm.example'],
    test: false,
    version: null,
    connection: 'none',
    currency: 'EUR',
    locale: null,
    addedAt: NOON,
    archivedAt: null,
  });
  await store.people.putLink({
    instance: CRM,
    remoteId: '005',
    name: 'Rep',
    aliases: [],
    person: ME,
    confirmedAt: NOON,
  });
  const on = { record: lead('a') };
  await store.log.append({
    events: [
      call(1, { ...on, body: { prospect: lead('a') } }),
      call(2),
      withdraw(3, 2),
      call(4, {
        ...on,
        body: { meaning: meaning({ booked: true }), meetingAt: NOON - 1, prospect: lead('b') },
      }),
      other(5, 'meeting.resolved', { activity: eventId(4), result: 'held', movedTo: null }, on),
      other(6, 'nextstep.set', { kind: 'call', day: DAY, at: null, zone: 'Europe/London' }, on),
    ],
    privates: [
      {
        event: eventId(1),
        record: lead('a'),
        prospect: lead('a'),
        day: DAY,
        text: 'call me tomorrow',
        who: 'Dana Buyer',
        phone: '555-0100',
      },
    ],
    outbox: [item(1)],
  });
  await store.records.put(snapshot('a', 'Dana Buyer'));
  const contact = { remoteId: 'a', name: 'Dana Buyer' };
  const mention = snapshot('deal', 'A deal', NOON);
  await store.records.put({
    ...mention,
    fields: {
      ...mention.fields,
      contact: { raw: null, value: contact, source: 'page', confidence: 'exact', rounded: false },
      email: { raw: 'dana@', value: 'dana@', source: 'page', confidence: 'exact', rounded: false },
    },
  });
  await store.records.alias(lead('old'), lead('b'));
  const won = deal('won', { seenAt: NOON });
  await store.deals.put([won], [{ key: won.key, field: 'status', before: 'open', after: 'won', at: NOON }]);
  await store.deals.cover({
    instance: CRM,
    object: 'deal',
    owner: '005',
    from: day('2026-01-01'),
    until: null,
    how: 'api-list',
    asOf: NOON,
    count: 1,
  });
  await store.goals.put([
    {
      goal: eventId(1) as never,
      version: 1,
      metric: 'dials',
      period: 'day',
      target: 60,
      currency: null,
      person: ME,
      prorate: true,
      headline: true,
      effective: { from: DAY, to: null },
      createdBy: ME,
      createdAt: NOON,
      visibility: 'author',
      archivedAt: null,
    },
  ]);
  await store.shelf.put('settings', { touchline: 1 });
  await store.shelf.put(`draft:${lead('a')}`, { text: 'call me tomorrow' });
  await store.data.eraseProspect(lead('erased long ago'));
  return { store, disk };
}
