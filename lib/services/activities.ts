import { ok } from '@/lib/domain/result';
import type { Answer } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import type { ActivityView } from '@/lib/rpc/view';
import { lastAnswer } from './meetings';
import { desk } from './desk';
import type { World } from './world';

export async function listActivities(
  world: World,
  input: Parsed<'activity.list'>,
): Answer<Output<'activity.list'>> {
  const { me } = await desk(world);
  const { rows, next } = await world.store.log.activities({ subject: me.id, ...input });
  const items = await world.store.outbox.ofRecord(rows.map((row) => row.event.id));
  const views: ActivityView[] = [];
  for (const { event, private: row } of rows) {
    const record = event.record ? await world.store.records.get(event.record) : null;
    const item = items.find((one) => one.id === event.id);
    const { channel, outcome, durationSec, next: step, meetingAt } = event.body;
    const answered = event.body.meaning.booked ? await lastAnswer(world, event) : null;
    views.push({
      ...{ id: event.id, at: event.at, day: event.day, zone: event.zone },
      ...{
        channel,
        outcome,
        durationSec,
        next: step,
        meetingAt,
        meetingResult: answered?.body.result ?? null,
      },
      record: event.record ?? null,
      recordName: record?.fields.name?.value ?? '',
      object: record?.object ?? null,
      text: row?.text ?? '',
      who: row?.who ?? '',
      crm: item?.state ?? null,
      crmWhy: item?.why ?? null,
    });
  }
  return ok({ rows: views, next });
}
