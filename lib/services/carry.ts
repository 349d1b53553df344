import * as z from 'zod';
import type { CarrierOperation } from '@/lib/domain/carrier';
import type { Instance } from '@/lib/domain/instance';
import type { World } from './world';

const apiFaultSchema = z.strictObject({
  code: z.enum(['not-signed-in', 'refused', 'unreachable', 'unsupported', 'busy']),
  message: z.string(),
  retry: z.boolean(),
});

/** Reads what a carrier brought back: parsed like everything that comes from a page. */
function carried<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), fault: apiFaultSchema }),
  ]);
}

export type Carried<T> = { ok: true; value: T } | { ok: false; fault: z.infer<typeof apiFaultSchema> };

export type CarryFault = z.infer<typeof apiFaultSchema>;

/** Performs one named operation through an open tab and parses the answer. */
export async function carry<T extends z.ZodType>(
  world: World,
  instance: Instance,
  tabId: number,
  operation: CarrierOperation,
  args: readonly unknown[],
  schema: T,
): Promise<Carried<z.output<T>>> {
  const base = await baseUnder(world, instance, tabId);
  const at = { kind: instance.kind, base, tenant: instance.tenant };
  const answer: unknown = await world.tabs.carry(tabId, at, operation, args);
  const parsed = carried(schema).safeParse(answer);
  if (parsed.success) return parsed.data as Carried<z.output<T>>;
  const message =
    answer === null ? 'the tab did not answer' : 'the CRM answered in a shape that is not known';
  return { ok: false, fault: { code: 'unreachable', message, retry: answer === null } };
}

/** The address of the instance that the tab is under: its session reaches no other host. */
async function baseUnder(world: World, { bases }: Instance, tabId: number): Promise<string> {
  if (bases.length === 1) return bases[0]!;
  for (const base of bases) if ((await world.tabs.under(base)).some((tab) => tab.id === tabId)) return base;
  return bases[0]!;
}
