import * as z from 'zod';
import { instanceIdSchema, recordKey, recordKeySchema, type RecordKey } from '@/lib/domain/ids';
import { crmUserSchema, type CrmUser, type Instance } from '@/lib/domain/instance';
import { recordRefSchema, type RecordRef, type RecordSnapshot } from '@/lib/domain/record';
import { normalise } from '@/lib/domain/reading/normalise';
import { failed, ok } from '@/lib/domain/result';
import { instantSchema } from '@/lib/domain/time';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { keepDeal } from './deals';
import { withExact } from './exact';
import { inOrder } from './in-order';
import { runningCall } from './running';
import { rules } from './settings';
import type { World } from './world';

const tabSchema = z.strictObject({
  instance: instanceIdSchema,
  state: z.enum(['read', 'waiting', 'no-record', 'broken']),
  ref: recordRefSchema.nullable(),
  key: recordKeySchema.nullable(),
  /** The page has shown this very record since it came to its address: what it shows no more is not still loading. */
  seen: z.boolean(),
  /** The document that reports: a new one may belong to another user of the CRM. */
  document: z.string().nullable(),
  signedIn: crmUserSchema.nullable(),
  dark: z.boolean(),
  at: instantSchema,
  /** Records this tab has shown: what its panel may write about. */
  shown: z.array(recordKeySchema),
});
export type TabState = z.infer<typeof tabSchema>;

const ticketSchema = z.strictObject({ tabId: z.int(), at: instantSchema });
const TICKET_LIFE_MS = 60_000;
const SHOWN_LIMIT = 60;

export async function tabState(world: World, tabId: number): Promise<TabState | null> {
  const parsed = tabSchema.safeParse(await world.session.get(`tab:${tabId}`));
  return parsed.success ? parsed.data : null;
}

export async function tabStates(world: World): Promise<readonly { tabId: number; tab: TabState }[]> {
  const all = await world.session.all('tab:');
  return Object.entries(all).flatMap(([name, value]) => {
    const parsed = tabSchema.safeParse(value);
    return parsed.success ? [{ tabId: Number(name.slice(4)), tab: parsed.data }] : [];
  });
}

/**
 * The added CRM an address belongs to, by the longest base that the address begins with. The address is the script's
 * word (only it sees in-page navigation); its origin is the browser's.
 */
async function hereOf(world: World, url: string, from: Envelope): Promise<Instance | null> {
  if (from.origin !== null && from.origin !== originOf(url)) return null;
  const instances = (await world.store.people.instances()).filter((one) => one.archivedAt === null);
  let best: { instance: Instance; base: string } | null = null;
  for (const instance of instances) {
    for (const base of instance.bases) {
      const under =
        url === base ||
        url.startsWith(`${base}/`) ||
        url.startsWith(`${base}#`) ||
        url.startsWith(`${base}?`);
      if (under && base.length > (best?.base.length ?? 0)) best = { instance, base };
    }
  }
  return best?.instance ?? null;
}

function originOf(url: string): string | null {
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
}

export async function hello(
  world: World,
  { url, kind }: Parsed<'content.hello'>,
  from: Envelope,
): Answer<Output<'content.hello'>> {
  const instance = await hereOf(world, url, from);
  // A permission knows no port: on a host with two CRMs the script of each is in the pages of both.
  if (instance?.kind !== kind || from.tabId === null) return ok({ state: 'stranger' });
  const ticket = world.secret();
  await world.session.put(`ticket:${ticket}`, { tabId: from.tabId, at: world.clock.now() });
  const known = await tabState(world, from.tabId);
  if (known?.instance !== instance.id || known.document !== from.documentId) {
    await putTab(world, from.tabId, {
      instance: instance.id,
      state: 'no-record',
      ref: null,
      key: null,
      seen: false,
      signedIn: null,
      document: from.documentId,
      dark: false,
      at: world.clock.now(),
      // What was begun on the page before this one may still be finished.
      shown: known?.instance === instance.id ? known.shown : [],
    });
  }
  const place = await world.store.shelf.get(`place:${instance.id}`);
  const { language } = await rules(world);
  return ok({ state: 'welcome', ticket, instance: instance.id, place: readPlace(place), language });
}

const placeSchema = z.strictObject({
  open: z.boolean(),
  side: z.enum(['left', 'right']),
  top: z.number().min(0).max(1),
});

function readPlace(value: unknown): z.infer<typeof placeSchema> {
  const parsed = placeSchema.safeParse(value);
  // Closed until asked for: it covers nothing of the CRM by itself.
  return parsed.success ? parsed.data : { open: false, side: 'right', top: 0.3 };
}

export async function placed(
  world: World,
  place: Parsed<'content.placed'>,
  from: Envelope,
): Answer<Output<'content.placed'>> {
  const tab = from.tabId === null ? null : await tabState(world, from.tabId);
  if (!tab) return failed('not-allowed', 'this tab is not of an added CRM');
  await world.store.shelf.put(`place:${tab.instance}`, place);
  return ok({ done: true });
}

/** A ticket is taken once, by a frame of the tab it was made for, within a minute. */
export async function redeem(
  world: World,
  input: Parsed<'panel.redeem'>,
  from: Envelope,
): Answer<Output<'panel.redeem'>> {
  const name = `ticket:${input.ticket}`;
  // A repeat after a dead worker: this very frame has taken it already.
  const again = (await tabOf(world, from)) !== null;
  const ticket = ticketSchema.safeParse(await world.session.get(name));
  await world.session.drop(name);
  const fresh = ticket.success && world.clock.now() - ticket.data.at < TICKET_LIFE_MS;
  if (again) return ok({ done: true });
  if (!fresh || ticket.data.tabId !== from.tabId || from.documentId === null)
    return failed('not-allowed', 'no such ticket');
  await world.session.put(`framed:${from.documentId}`, { tabId: from.tabId });
  return ok({ done: true });
}

/** The tab a call is about: a framed panel's own, after its ticket; for a side panel the one it names. */
export async function tabOf(world: World, from: Envelope, named?: number): Promise<number | null> {
  if (from.caller !== 'framed') return named ?? null;
  if (from.documentId === null || from.tabId === null) return null;
  const session = z
    .strictObject({ tabId: z.int() })
    .safeParse(await world.session.get(`framed:${from.documentId}`));
  return session.success && session.data.tabId === from.tabId ? from.tabId : null;
}

export async function observed(
  world: World,
  input: Parsed<'content.observed'>,
  from: Envelope,
): Answer<Output<'content.observed'>> {
  const instance = await hereOf(world, input.url, from);
  if (!instance || from.tabId === null) return failed('not-allowed', 'this tab is not of an added CRM');
  const { ref, reading } = input;
  const before = await tabState(world, from.tabId);
  // Told again after a dead worker, it may arrive behind newer news. (After the clock was set back, nothing is "newer".)
  if (before && input.at < before.at && before.at <= world.clock.now()) return ok({ done: true });
  const key =
    ref === null ? null : recordKey({ instance: instance.id, api: ref.api, remoteId: ref.remoteId });
  if (reading && key) {
    if (reading.adapter !== instance.kind || JSON.stringify(reading.ref) !== JSON.stringify(ref))
      return failed('bad-input', 'the reading is of another record');
  }
  const shown = new Set(before?.instance === instance.id ? before.shown : []);
  if (key) shown.add(key);
  const tab: TabState = {
    instance: instance.id,
    state: input.state,
    ref,
    key,
    seen:
      input.state === 'read' || (before?.key === key && before.document === from.documentId && before.seen),
    signedIn: sameOr(input.signedIn, before?.instance === instance.id ? before.signedIn : null),
    document: from.documentId,
    dark: input.dark,
    at: input.at,
    shown: [...shown].slice(-SHOWN_LIMIT),
  };
  try {
    if (reading && key) {
      const seen = normalise(reading, { instance, now: world.clock.now() });
      const snapshot = await withExact(world, seen, reading);
      await world.store.records.put(snapshot);
      if (!instance.test) await keepDeal(world, snapshot, 'seen');
    } else if (ref && key && input.state === 'broken' && !(await world.store.records.get(key))) {
      await world.store.records.put(unread(instance, key, ref, world.clock.now()));
    }
  } catch (error) {
    // A full disk: the tab has moved on all the same, and the record before must not stay in its panel.
    await putTab(world, from.tabId, { ...tab, state: 'broken' });
    world.changed(['view']);
    throw error;
  }
  await putTab(world, from.tabId, tab);
  world.changed(['view']);
  return ok({ done: true });
}

/** A record known by its address alone: what is logged on it must find its object again. */
function unread(instance: Instance, key: RecordKey, ref: RecordRef, seenAt: number): RecordSnapshot {
  return {
    ...{ ...ref, key, instance: instance.id, adapter: instance.kind, revision: 0, seenAt },
    ...{ fields: {}, expected: [], missing: [], fallbacks: [] },
  };
}

/** What the API said of the signed-in user: it knows aliases, and it knows where the page shows nobody. */
export function signedInBy(world: World, tabId: number, user: CrmUser): Promise<void> {
  return inOrder(`tab:${tabId}`, async () => {
    const tab = await tabState(world, tabId);
    if (tab && (tab.signedIn === null || tab.signedIn.remoteId === user.remoteId))
      await putTab(world, tabId, { ...tab, signedIn: user });
  });
}

/**
 * May this caller write about the record? A frame: only of records its own tab has shown, under whatever name they have
 * after a merge, and of the call that runs, which may have begun in another tab of the same CRM.
 */
export async function mayTouch(world: World, from: Envelope, key: RecordKey): Promise<boolean> {
  if (from.caller === 'page') return true;
  const tabId = await tabOf(world, from);
  const tab = tabId === null ? null : await tabState(world, tabId);
  if (!tab) return false;
  if (tab.shown.includes(key)) return true;
  const { records } = world.store;
  const wanted = await records.resolve(key);
  const running = await runningCall(world);
  const own = running?.record.startsWith(`${tab.instance}/`) ? [running.record] : [];
  for (const one of [...own, ...tab.shown]) if ((await records.resolve(one)) === wanted) return true;
  return false;
}

/** The page's word wins, but the same user keeps the aliases that only the API knows. */
function sameOr(seen: CrmUser | null, known: CrmUser | null): CrmUser | null {
  return seen === null || seen.remoteId === known?.remoteId ? known : seen;
}

async function putTab(world: World, tabId: number, tab: TabState): Promise<void> {
  await world.session.put(`tab:${tabId}`, tab);
}
