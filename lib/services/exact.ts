import * as z from 'zod';
import type { RecordKey } from '@/lib/domain/ids';
import type { Instance } from '@/lib/domain/instance';
import { normalise } from '@/lib/domain/reading/normalise';
import { fieldsSchema, rawReadingSchema, type RawReading, type RecordSnapshot } from '@/lib/domain/record';
import { keepDeal } from './deals';
import { inOrder } from './in-order';
import { carry } from './carry';
import type { World } from './world';

const exactSchema = z.strictObject({ page: z.string(), fields: fieldsSchema });

/** What the page showed, to know whether the API's answer still belongs to it. */
function mark(reading: RawReading): string {
  return JSON.stringify(reading.fields);
}

/**
 * A page's reading with the API's values over it, as long as the page still shows what it showed when the API was
 * asked: a date that two readings fit, an amount that was rounded, a close date the page leaves out.
 */
export async function withExact(
  world: World,
  snapshot: RecordSnapshot,
  reading: RawReading,
): Promise<RecordSnapshot> {
  const known = exactSchema.safeParse(await world.session.get(`exact:${snapshot.key}`));
  return known.success && known.data.page === mark(reading) ? over(snapshot, known.data.fields) : snapshot;
}

/** Asks the CRM's API for the record a tab shows: once for each state of its page, and only where it is in reach. */
export function askExact(
  world: World,
  instance: Instance,
  tabId: number,
  key: RecordKey,
  reading: RawReading,
): Promise<void> {
  return inOrder(`exact:${key}`, async () => {
    if (instance.connection === 'none') return;
    const name = `exact:${key}`;
    const page = mark(reading);
    const known = exactSchema.safeParse(await world.session.get(name));
    if (known.success && known.data.page === page) return;
    const answer = await carry(world, instance, tabId, 'read', [reading.ref], rawReadingSchema);
    const snapshot = await world.store.records.get(key);
    if (!answer.ok || !snapshot || !sameRef(answer.value, reading)) return;
    const { fields } = normalise(answer.value, { instance, now: world.clock.now() });
    await world.session.put(name, { page, fields });
    const exact = over(snapshot, fields);
    await world.store.records.put(exact);
    if (!instance.test) await keepDeal(world, exact, 'seen');
    world.changed(['view']);
  });
}

function sameRef(answer: RawReading, asked: RawReading): boolean {
  return answer.ref.api === asked.ref.api && answer.ref.remoteId === asked.ref.remoteId;
}

function over(snapshot: RecordSnapshot, fields: RecordSnapshot['fields']): RecordSnapshot {
  const merged = { ...snapshot.fields, ...fields };
  return {
    ...snapshot,
    fields: merged,
    missing: snapshot.missing.filter((name) => merged[name] === undefined),
  };
}
