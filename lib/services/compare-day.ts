import * as z from 'zod';
import type { KnownEvent } from '@/lib/domain/events/kinds';
import type { EventId } from '@/lib/domain/ids';
import { recordRefSchema } from '@/lib/domain/record';
import { failed, ok } from '@/lib/domain/result';
import type { Answer } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { addDays, daySchema } from '@/lib/domain/time';
import { asMe } from './as-me';
import { carry } from './carry';
import { ensureMe } from './identity';
import type { World } from './world';

const activitiesSchema = z.array(
  z.strictObject({
    remoteId: z.string(),
    record: recordRefSchema.nullable(),
    reference: z.string().nullable(),
    subject: z.string(),
    at: z.number().nullable(),
    day: daySchema,
  }),
);

/** What only one side has, for one day. Matched by our reference alone: nothing is guessed to be the same call. */
export async function compareDay(
  world: World,
  input: Parsed<'crm.compareDay'>,
): Answer<Output<'crm.compareDay'>> {
  const session = await asMe(world, input.instance);
  if (!session.ok) return session;
  const { instance, tabId, who } = session.value;
  const there = await carry(world, instance, tabId, 'activitiesOf', [who, input.day], activitiesSchema);
  if (!there.ok) return failed('crm-refused', there.fault.message, there.fault.retry);
  const me = await ensureMe(world);
  const prefix = `${instance.id}/`;
  const here = (
    await world.store.log.ofDays(me.id, ['activity.logged'], input.day, addDays(input.day, 1))
  ).filter((event) => event.record?.startsWith(prefix));
  const references = new Set(there.value.flatMap((one) => one.reference ?? []));
  const onlyHere = [];
  const ids = new Set<string>();
  for (const event of here) {
    const named = await referencesOf(world, event);
    for (const id of named) ids.add(id);
    if (named.some((id) => references.has(id))) continue;
    const item = await world.store.outbox.get(event.id);
    const name = (await world.store.records.get(event.record!))?.fields.name?.value ?? '';
    onlyHere.push({ name, at: event.at, why: item?.state ?? 'kept-here' });
  }
  const onlyThere = there.value
    .filter((one) => one.reference === null || !ids.has(one.reference))
    .map((one) => ({
      name: one.subject,
      day: one.day,
      why: one.reference === null ? 'not-ours' : 'withdrawn-here',
    }));
  return ok({ both: here.length - onlyHere.length, onlyHere, onlyThere });
}

/** Ids under which an act may be known in the CRM: its own and those it corrects. */
async function referencesOf(world: World, event: KnownEvent): Promise<readonly EventId[]> {
  const ids = [event.id];
  for (let before = event.supersedes; before !== undefined && !ids.includes(before);) {
    ids.push(before);
    before = (await world.store.log.event(before))?.supersedes;
  }
  return ids;
}
