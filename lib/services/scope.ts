import type { InstanceId } from '@/lib/domain/ids';
import type { Envelope } from '@/lib/rpc/call';
import { tabOf, tabState } from './tabs';
import type { World } from './world';

/** A framed panel speaks only for the CRM of its own tab. */
export async function mayTouchInstance(world: World, from: Envelope, instance: InstanceId): Promise<boolean> {
  if (from.caller === 'page') return true;
  const tabId = await tabOf(world, from);
  return tabId !== null && (await tabState(world, tabId))?.instance === instance;
}
