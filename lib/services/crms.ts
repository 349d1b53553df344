import * as z from 'zod';
import type { Coverage } from '@/lib/domain/deal';
import type { KnownEvent } from '@/lib/domain/events/kinds';
import type { EventId, InstanceId } from '@/lib/domain/ids';
import { crmUserSchema, type CrmUser, type Instance } from '@/lib/domain/instance';
import { fieldNameSchema, rawFieldSchema, recordRefSchema, crmKindSchema } from '@/lib/domain/record';
import { normalise } from '@/lib/domain/reading/normalise';
import { failed, ok } from '@/lib/domain/result';
import { addDays, daySchema, type Day } from '@/lib/domain/time';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { keepDeal } from './deals';
import { ensureMe, myRemoteIds } from './identity';
import { carry, type Carried } from './carry';
import { flush, tabFor } from './outbox';
import { askExact } from './exact';
import { desk } from './progress';
import { reconcile } from './reconcile';
import { mayTouchInstance } from './scope';
import { signedInBy, tabState } from './tabs';
import type { World } from './world';

/** How far back "load my deals" goes unless asked: long enough for four quarters of win rate. */
const SINCE_DAYS = 370;
/** A runaway cursor of a hostile or broken CRM must end. */
const PAGES = 200;
/** After every close date. */
const FOREVER = '9999-12-31' as Day;

export const detectedSchema = z.strictObject({
  kind: crmKindSchema,
  base: z.url().max(300),
  tenant: z.string().max(300).nullable(),
  version: z.string().max(40).nullable(),
  test: z.boolean(),
  title: z.string().max(300),
  signedIn: crmUserSchema.nullable(),
});

const probeSchema = z.strictObject({
  tenant: z.string().max(300).nullable(),
  currency: z.string().nullable(),
});

/** Adds the CRM at an address whose origin the user has just granted: detect, register, ask its API, say who. */
export async function addCrm(world: World, { address }: Parsed<'crm.add'>): Answer<Output<'crm.add'>> {
  const url = asUrl(address);
  if (url === null) return ok({ state: 'not-an-address' });
  if (!(await world.doors.granted(url))) return ok({ state: 'not-granted' });
  const origin = new URL(url).origin;
  const open = await world.tabs.under(origin);
  // Another application may stand open on that host: every open tab is asked, then the address itself.
  let found = null;
  for (const { id } of open) found ??= await detectIn(world, id, origin);
  if (!found) {
    const tabId = await world.doors.visit(url);
    if (tabId === null) return ok({ state: 'no-tab' });
    found = await detectIn(world, tabId, origin);
  }
  if (!found) return ok({ state: 'unknown-crm' });
  const { tabId } = found;
  const { kind, base, tenant, version, test, signedIn } = found.seen;
  let instance = await register(world, { kind, base, tenant, version, test, label: labelOf(base) });
  await reconcile(world);
  instance = await connect(world, instance, tabId);
  await world.tabs.look(tabId);
  return ok({ state: 'added', instance, signedIn: signedIn ?? (await whoIs(world, instance, tabId)) });
}

/** What a tab says it is; a page that names a base on another host is not believed. */
async function detectIn(world: World, tabId: number, origin: string) {
  const seen = detectedSchema.safeParse(await world.doors.detect(tabId));
  return seen.success && new URL(seen.data.base).origin === origin ? { tabId, seen: seen.data } : null;
}

/** The instance of a kind and tenant, made once; another address of it is added to its bases. */
export async function register(
  world: World,
  found: Pick<Instance, 'kind' | 'version' | 'test' | 'label'> & { base: string; tenant: string | null },
): Promise<Instance> {
  const { base, kind, version, test, label } = found;
  const tenant = found.tenant ?? base;
  const { origin } = new URL(base);
  // A database name is unique on its server only; an org id is unique everywhere. A tenant that is an address was
  // not known when the CRM was added: who signs in and adds it again means the same CRM.
  const known = (await world.store.people.instances()).find(
    (one) =>
      one.kind === kind &&
      (one.tenant === tenant || one.tenant === base) &&
      (kind === 'salesforce' || one.bases.some((known) => new URL(known).origin === origin)),
  );
  const instance: Instance = known
    ? {
        ...known,
        tenant: found.tenant ?? known.tenant,
        version,
        archivedAt: null,
        bases: [...new Set([...known.bases, base])],
      }
    : {
        ...{ kind, tenant, version, test, label, bases: [base], connection: 'none' },
        ...{ id: world.ids.next() as InstanceId, currency: null, locale: null },
        ...{ addedAt: world.clock.now(), archivedAt: null },
      };
  await world.store.people.putInstance(instance);
  return instance;
}

/** Does the page's own session reach the API? The answer decides how writes travel. */
export async function connect(world: World, instance: Instance, tabId: number): Promise<Instance> {
  const probed = await carry(world, instance, tabId, 'probe', [], probeSchema);
  // The CRM may have been removed or changed while it was asked.
  const now = (await world.store.people.instances()).find((one) => one.id === instance.id) ?? instance;
  const connected: Instance = probed.ok
    ? { ...now, connection: 'page-session', currency: probed.value.currency ?? now.currency }
    : now;
  if (probed.ok) await world.store.people.putInstance(connected);
  return connected;
}

/**
 * Once per document that reports: who is signed in, by the CRM's API where it is in reach (pages of some CRMs never
 * say). Whether it is in reach is asked once per browser session; a CRM that came with a settings file learns here
 * how its writes travel. What had no answer, since nobody was signed in, is asked again at each record: some web
 * clients sign in without loading another document. Then the values of the record itself, exact.
 */
export async function introduce(
  world: World,
  input: Parsed<'content.observed'>,
  from: Envelope,
): Promise<void> {
  const { tabId } = from;
  const tab = tabId === null ? null : await tabState(world, tabId);
  let instance = tab && (await world.store.people.instances()).find((one) => one.id === tab.instance);
  if (!tab || !instance || tabId === null) return;
  const here = `${tabId}:${from.documentId}`;
  const again = instance.connection === 'none' && tab.key !== null;
  if (
    (await first(world, `probed:${instance.id}`)) ||
    (again && (await first(world, `probed:${here}:${tab.key}`)))
  )
    instance = await connect(world, instance, tabId);
  await world.session.put(`asked:${instance.id}`, true);
  if (instance.connection === 'none') return;
  const unsaid = tab.signedIn === null && tab.key !== null;
  if ((await first(world, `who:${here}`)) || (unsaid && (await first(world, `who:${here}:${tab.key}`)))) {
    const who = await whoIs(world, instance, tabId);
    if (who) await signedInBy(world, tabId, who);
    world.changed(['view', 'crms']);
    await flush(world);
  }
  if (tab.key && input.reading) await askExact(world, instance, tabId, tab.key, input.reading);
}

/** True the first time in this browser session. */
async function first(world: World, name: string): Promise<boolean> {
  if ((await world.session.get(name)) !== undefined) return false;
  await world.session.put(name, true);
  return true;
}

async function whoIs(world: World, instance: Instance, tabId: number): Promise<CrmUser | null> {
  const who = await carry(world, instance, tabId, 'whoami', [], crmUserSchema);
  return who.ok ? who.value : null;
}

export async function listCrms(world: World): Answer<Output<'crm.list'>> {
  const crms = [];
  for (const instance of await world.store.people.instances()) {
    if (instance.archivedAt !== null) continue;
    const link = (await world.store.people.links(instance.id)).find((one) => one.person !== null);
    const coverage = await world.store.deals.coverage(instance.id);
    crms.push({
      instance,
      granted: await world.doors.granted(instance.bases[0]!),
      me: link ? { remoteId: link.remoteId, name: link.name } : null,
      coverage: coverageOf(coverage),
    });
  }
  return ok({ crms });
}

/** One load covers me once for each name the CRM has for me (user, employee): told once. */
function coverageOf(rows: readonly Coverage[]): Output<'crm.list'>['crms'][number]['coverage'] {
  const told = rows.map(({ from, asOf, count, how }) => ({ from, asOf, count, how }));
  return [...new Map(told.map((row) => [JSON.stringify(row), row])).values()];
}

/** Stops reading a CRM. What was logged stays: it is the rep's own history. */
export async function removeCrm(
  world: World,
  { instance }: Parsed<'crm.remove'>,
): Answer<Output<'crm.remove'>> {
  const known = (await world.store.people.instances()).find((one) => one.id === instance);
  if (!known) return failed('not-found', 'no such CRM');
  await world.store.people.putInstance({ ...known, archivedAt: world.clock.now() });
  await reconcile(world);
  return ok({ done: true });
}

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
  const instance = (await world.store.people.instances()).find((one) => one.id === input.instance);
  if (!instance || !(await mayTouchInstance(world, from, input.instance)))
    return failed('not-found', 'no such CRM');
  const tabId = await tabFor(world, instance);
  if (tabId === null) return failed('offline', 'open the CRM in a tab first', true);
  const at = await desk(world);
  const since = input.since ?? addDays(at.today, -SINCE_DAYS);
  const who = await carry(world, instance, tabId, 'whoami', [], crmUserSchema);
  if (!who.ok) return failed('not-signed-in', who.fault.message);
  const mine = myRemoteIds(await world.store.people.links(instance.id));
  if (![who.value.remoteId, ...who.value.aliases].some((id) => mine.includes(id)))
    return failed('not-signed-in', 'the user signed in there is not known to be you');
  let cursor: string | null = null;
  let loaded = 0;
  const listed = new Set<string>();
  for (let page = 0; page < PAGES; page += 1) {
    const args: readonly unknown[] = [who.value, since, cursor];
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
  const owners = [who.value.remoteId, ...who.value.aliases].map((remoteId) => ({
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
  for (const owner of new Set([who.value.remoteId, ...who.value.aliases]))
    await world.store.deals.cover({
      ...{ instance: instance.id, object: 'deal', owner, from: since, until: null },
      ...{ how: 'api-list', asOf: at.now, count: loaded },
    });
  return ok({ loaded, since });
}

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
  const instance = (await world.store.people.instances()).find((one) => one.id === input.instance);
  if (!instance) return failed('not-found', 'no such CRM');
  const tabId = await tabFor(world, instance);
  if (tabId === null) return failed('offline', 'open the CRM in a tab first', true);
  const who = await carry(world, instance, tabId, 'whoami', [], crmUserSchema);
  if (!who.ok) return failed('not-signed-in', who.fault.message);
  const mine = myRemoteIds(await world.store.people.links(instance.id));
  if (![who.value.remoteId, ...who.value.aliases].some((id) => mine.includes(id)))
    return failed('not-signed-in', 'the user signed in there is not known to be you');
  const there = await carry(world, instance, tabId, 'activitiesOf', [who.value, input.day], activitiesSchema);
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

function asUrl(address: string): string | null {
  const text = /^https?:\/\//i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;
  try {
    return new URL(text).href;
  } catch {
    return null;
  }
}

function labelOf(base: string): string {
  return new URL(base).host;
}
