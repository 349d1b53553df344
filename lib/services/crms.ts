import * as z from 'zod';
import type { Coverage } from '@/lib/domain/deal';
import type { InstanceId } from '@/lib/domain/ids';
import { crmUserSchema, type Instance } from '@/lib/domain/instance';
import { crmKindSchema } from '@/lib/domain/record';
import { failed, ok } from '@/lib/domain/result';
import type { Answer } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { instanceOf } from './as-me';
import { connect, whoIs } from './introduce';
import { reconcile } from './reconcile';
import type { World } from './world';

const detectedSchema = z.strictObject({
  kind: crmKindSchema,
  base: z.url().max(300),
  tenant: z.string().max(300).nullable(),
  version: z.string().max(40).nullable(),
  test: z.boolean(),
  title: z.string().max(300),
  signedIn: crmUserSchema.nullable(),
});

/** Adds the CRM at an address whose origin the user has just granted: detect, register, ask its API, say who. */
export async function addCrm(world: World, { address }: Parsed<'crm.add'>): Answer<Output<'crm.add'>> {
  const url = world.doors.siteOf(address)?.address ?? null;
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

/**
 * Stops reading a CRM: its scripts go, its open tabs lose the panel at once, and the permission is given back unless
 * another CRM needs it. What was logged stays: it is the rep's own history.
 */
export async function removeCrm(
  world: World,
  { instance }: Parsed<'crm.remove'>,
): Answer<Output<'crm.remove'>> {
  const known = await instanceOf(world, instance);
  if (!known) return failed('not-found', 'no such CRM');
  await world.store.people.putInstance({ ...known, archivedAt: world.clock.now() });
  await reconcile(world);
  await releaseOrigins(world, known.bases);
  return ok({ done: true });
}

/** Gives back the permission for these addresses, as far as no CRM that is still read needs it. */
export async function releaseOrigins(world: World, bases: readonly string[]): Promise<void> {
  const staying = (await world.store.people.instances()).filter((one) => one.archivedAt === null);
  const needed = patternsOf(
    world,
    staying.flatMap((one) => one.bases),
  );
  for (const pattern of patternsOf(world, bases))
    if (!needed.has(pattern)) await world.doors.release(pattern);
}

function patternsOf(world: World, bases: readonly string[]): ReadonlySet<string> {
  return new Set(bases.flatMap((base) => world.doors.siteOf(base)?.pattern ?? []));
}

function labelOf(base: string): string {
  return new URL(base).host;
}
