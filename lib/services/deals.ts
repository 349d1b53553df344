import type { Deal } from '@/lib/domain/deal';
import { changesBetween, dealOf } from '@/lib/domain/reading/deal';
import type { RecordSnapshot } from '@/lib/domain/record';
import { rules } from './settings';
import { inOrder } from './in-order';
import type { World } from './world';

/** Keeps what a look or a list said of a deal, and what changed since the last one. Unknown never overwrites known. */
export async function keepDeal(world: World, snapshot: RecordSnapshot, from: Deal['from']): Promise<void> {
  if (snapshot.object !== 'deal') return;
  // One look after the other: two at once would both find the same change, and count it twice.
  await inOrder(`deal:${snapshot.key}`, () => keep(world, snapshot, from));
}

async function keep(world: World, snapshot: RecordSnapshot, from: Deal['from']): Promise<void> {
  const prior = await world.store.deals.get(snapshot.key);
  const { zone } = await rules(world);
  const deal = dealOf(snapshot, prior, { from, zone });
  if (deal) await world.store.deals.put([deal], prior ? [...changesBetween(prior, deal)] : []);
}
