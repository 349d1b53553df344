import * as z from 'zod';
import { failed, ok } from '@/lib/domain/result';
import { addDays, dayOf, instantSchema } from '@/lib/domain/time';
import type { Answer, Envelope } from '@/lib/rpc/call';
import type { Output, Parsed } from '@/lib/rpc/contract';
import { releaseOrigins } from './crms';
import { reconcile } from './reconcile';
import { rules } from './settings';
import type { World } from './world';

const BACKED_UP = 'backed-up-at';

export async function summary(world: World): Answer<Output<'data.summary'>> {
  const rows = await world.store.data.summary();
  const at = instantSchema.safeParse(await world.store.shelf.get(BACKED_UP));
  return ok({
    rows: rows.map(({ table, count }) => ({ table, count })),
    bytes: null,
    backedUpAt: at.success ? at.data : null,
    schema: world.store.data.schema,
  });
}

export async function exportPage(
  world: World,
  { cursor }: Parsed<'data.export'>,
): Answer<Output<'data.export'>> {
  const { lines, next } = await world.store.data.exportPage(cursor);
  return ok({ lines: [...lines], next });
}

/**
 * Pieces of a file on their way in; written all at once with the last one, or not at all. They wait on the shelf under
 * the ids of their calls, which sort by time: a worker that dies between two of them loses none and a piece told twice
 * is there once.
 */
const PIECES = 'import:';
const LINES_LIMIT = 2_000_000;
const piecesSchema = z.array(z.string());

export async function importPiece(
  world: World,
  input: Parsed<'data.import'>,
  from: Pick<Envelope, 'request'>,
): Answer<Output<'data.import'>> {
  const { shelf } = world.store;
  const names = await shelf.names(PIECES);
  // What an import that was broken off left behind goes.
  for (const name of names) if (!name.startsWith(`${PIECES}${input.session}:`)) await shelf.drop(name);
  if (!input.last) {
    await shelf.put(`${PIECES}${input.session}:${from.request ?? world.ids.next()}`, input.lines);
    return ok({ refused: null, added: 0, known: 0, newer: 0, broken: [] });
  }
  const lines: string[] = [];
  for (const name of names.filter((one) => one.startsWith(`${PIECES}${input.session}:`)).toSorted()) {
    const piece = piecesSchema.safeParse(await shelf.get(name));
    if (piece.success) for (const line of piece.data) lines.push(line);
  }
  for (const line of input.lines) lines.push(line);
  for (const name of await shelf.names(PIECES)) await shelf.drop(name);
  if (lines.length > LINES_LIMIT) return failed('bad-input', 'the file is too large');
  const { broken, ...counts } = await world.store.data.importLines(lines, input.dryRun);
  if (!input.dryRun) await reconcile(world);
  return ok({ ...counts, broken: broken.map(({ line, why }) => ({ line, why })) });
}

export async function backedUp(world: World): Answer<Output<'data.backedUp'>> {
  await world.store.shelf.put(BACKED_UP, world.clock.now());
  return ok({ done: true });
}

export async function erase(world: World, input: Parsed<'data.erase'>): Answer<Output<'data.erase'>> {
  if (input.what === 'prospect') return ok({ removed: await world.store.data.eraseProspect(input.record) });
  const bases = (await world.store.people.instances()).flatMap((one) => one.bases);
  const removed = await world.store.data.eraseEverything();
  // First the open tabs, which the session still knows.
  await reconcile(world);
  for (const name of Object.keys(await world.session.all(''))) await world.session.drop(name);
  await releaseOrigins(world, bases);
  return ok({ removed });
}

export async function prospects(
  world: World,
  { find }: Parsed<'data.prospects'>,
): Answer<Output<'data.prospects'>> {
  const rows = [];
  for (const snapshot of await world.store.records.find(find, 30)) {
    const events = await world.store.log.ofRecord(snapshot.key, 200);
    rows.push({ record: snapshot.key, name: snapshot.fields.name?.value ?? '', count: events.length });
  }
  return ok({ rows });
}

/**
 * Buyers' words and numbers end after the agreed days; the counts they led to stay. The worker starts many times an
 * hour: what ends with a day is looked for once in a browser session for each such day.
 */
export async function forgetOld(world: World): Promise<void> {
  const { settings, zone } = await rules(world);
  const before = addDays(dayOf(world.clock.now(), zone), -settings.retentionDays);
  const name = `forgot:${before}`;
  if ((await world.session.get(name)) !== undefined) return;
  await world.store.data.forgetBefore(before);
  await world.session.put(name, true);
}
