import * as z from 'zod';
import { fieldNameSchema, rawFieldSchema, recordRefSchema } from '@/lib/domain/record';
import { normalise } from '@/lib/domain/reading/normalise';
import { failed, ok } from '@/lib/domain/result';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { addDays, type Day } from '@/lib/domain/time';
import { asMe } from './as-me';
import { carry, type Carried } from './carry';
import { keepDeal } from './deals';
import { desk } from './desk';
import { mayTouchInstance } from './scope';
import type { World } from './world';

/** How far back "load my deals" goes unless asked: long enough for four quarters of win rate. */
const SINCE_DAYS = 370;
/** A runaway cursor of a hostile or broken CRM must end. */
const PAGES = 200;
/** After every close date. */
const FOREVER = '9999-12-31' as Day;

const dealPageSchema = z.strictObject({
  deals: z.array(
    z.strictObject({ ref: recordRefSchema, fields: z.partialRecord(fieldNameSchema, rawFieldSchema) }),
  ),
  next: z.string().max(2000).nullable(),
  total: z.int().nullable(),
});

/** Loads my deals by the CRM's API: afterwards deal figures are covered and may be paced. */
export async function loadDeals(
  world: World,
  input: Parsed<'crm.loadDeals'>,
  from: Envelope,
): Answer<Output<'crm.loadDeals'>> {
  if (!(await mayTouchInstance(world, from, input.instance))) return failed('not-found', 'no such CRM');
  const here = await asMe(world, input.instance);
  if (!here.ok) return here;
  const { instance, tabId, who } = here.value;
  const at = await desk(world);
  const since = input.since ?? addDays(at.today, -SINCE_DAYS);
  let cursor: string | null = null;
  let loaded = 0;
  const listed = new Set<string>();
  for (let page = 0; page < PAGES; page += 1) {
    const args: readonly unknown[] = [who, since, cursor];
    const answer: Carried<z.infer<typeof dealPageSchema>> = await carry(
      world,
      instance,
      tabId,
      'listMine',
      args,
      dealPageSchema,
    );
    if (!answer.ok) return failed('crm-refused', answer.fault.message, answer.fault.retry);
    for (const deal of answer.value.deals) {
      const reading = {
        ...{
          ref: deal.ref,
          fields: deal.fields,
          adapter: instance.kind,
          revision: 0,
          source: 'api' as const,
        },
        ...{
          expected: Object.keys(deal.fields) as never[],
          fallbacks: [],
          language: null,
          locale: null,
          zone: null,
        },
      };
      const snapshot = normalise(reading, { instance, now: at.now });
      await keepDeal(world, snapshot, 'listed');
      listed.add(snapshot.key);
      loaded += 1;
    }
    cursor = answer.value.next;
    if (cursor === null) break;
  }
  if (cursor !== null) return failed('crm-refused', 'the CRM never came to the end of its list');
  const owners = [who.remoteId, ...who.aliases].map((remoteId) => ({
    instance: instance.id,
    remoteId,
  }));
  // Deleted there, or no longer mine: what the whole list left out, and nobody saw since, counts no more.
  const gone = (await world.store.deals.ofOwners(owners, since, FOREVER)).filter(
    (deal) => !listed.has(deal.key) && deal.closeDay !== null && deal.seenAt < at.now && deal.present,
  );
  await world.store.deals.put(
    gone.map((deal) => ({ ...deal, present: false })),
    [],
  );
  for (const owner of new Set([who.remoteId, ...who.aliases]))
    await world.store.deals.cover({
      ...{ instance: instance.id, object: 'deal', owner, from: since, until: null },
      ...{ how: 'api-list', asOf: at.now, count: loaded },
    });
  return ok({ loaded, since });
}
