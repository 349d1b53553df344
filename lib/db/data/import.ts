import type { ImportRefusal } from '../../domain/ports.ts';
import { write } from '../database.ts';
import { ERASE_TABLES, eraseInside, mentions, namesAny, unmentioned, unnamed } from './erase.ts';
import { addMissing, addNewer, rowsOf, tally } from './merge.ts';
import { type Broken, parseFile, type ParsedFile } from './parse.ts';
import { type Gone, takeEvents } from './take-events.ts';
import { takeOver } from './take-over.ts';
import type { DataWorld } from './world.ts';

export interface ImportAnswer {
  readonly refused: ImportRefusal | null;
  readonly added: number;
  readonly known: number;
  readonly newer: number;
  readonly broken: readonly Broken[];
}

/** Thrown to undo a dry run: the same code ran, and nothing of it stays. */
class Undo extends Error {
  readonly answer: ImportAnswer;
  constructor(answer: ImportAnswer) {
    super('undo');
    this.answer = answer;
  }
}

/**
 * Takes a whole file in, in one transaction. With a broken line nothing is written: the caller may leave those lines out
 * and ask again. A refused file cannot be taken in at all. What is here already stays as it is and counts as known; events of newer kinds are put aside and count
 * as newer. A dry run does all of it and undoes it.
 */
export async function importLines(
  world: DataWorld,
  lines: readonly string[],
  dryRun: boolean,
): Promise<ImportAnswer> {
  const file = parseFile(lines, world.schema);
  const tables = [
    ...ERASE_TABLES,
    'quarantine',
    'goals',
    'coverage',
    'people',
    'instances',
    'links',
  ] as const;
  try {
    return await write(world.db, tables, async () => {
      const answer = await takeIn(world, file);
      if (dryRun || answer.refused !== null || answer.broken.length > 0)
        throw new Undo(dryRun ? answer : { ...answer, added: 0, newer: 0 });
      return answer;
    });
  } catch (error) {
    if (error instanceof Undo) return error.answer;
    throw error;
  }
}

async function takeIn(world: DataWorld, file: ParsedFile): Promise<ImportAnswer> {
  const { db, metrics } = world;
  const refused = file.refused ?? (await takeOver(world, file.rows));
  if (refused !== null) return { refused, added: 0, known: 0, newer: 0, broken: [] };
  const count = { added: 0, known: 0 };
  const broken = [...file.broken];

  const erased = new Map((await db.erasures.toArray()).map((row) => [row.key, row.at]));
  const gone: Gone = (key, at) => key !== null && key !== undefined && (erased.get(key) ?? -Infinity) >= at;

  for (const table of ['people', 'instances', 'links', 'aliases', 'goals', 'dealChanges'] as const)
    tally(count, await addMissing(db, table, rowsOf(file, table)));
  const shelf = rowsOf(file, 'shelf').filter((row) => !namesAny(row, [...erased.keys()]));
  tally(count, await addMissing(db, 'shelf', shelf));
  tally(count, await addNewer(db.coverage, rowsOf(file, 'coverage'), (row) => row.asOf));
  const seen = rowsOf(file, 'records')
    .filter((row) => !gone(row.key, row.seenAt))
    .map((row) => {
      const keys = [...erased].filter(([, at]) => at >= row.seenAt).map(([key]) => key);
      return mentions(row, keys) ? unmentioned(row) : row;
    });
  tally(count, await addNewer(db.records, seen, (row) => row.seenAt));
  const deals = rowsOf(file, 'deals')
    .map((deal) => (gone(deal.key, deal.seenAt) ? unnamed(deal) : deal))
    .map((deal) => ({ key: deal.key, deal, closeKey: deal.closeDay ?? '' }));
  tally(count, await addNewer(db.deals, deals, (row) => row.deal.seenAt));

  const events = await takeEvents(world, file, gone);
  tally(count, events);
  broken.push(...events.broken);

  for (const { key, at } of rowsOf(file, 'erasures')) {
    if (gone(key, at)) count.known += 1;
    else {
      await eraseInside(db, metrics, { key, at, upTo: at, pseudonym: `erased/${world.ids.next()}` });
      count.added += 1;
    }
  }
  return { refused, ...count, newer: file.newer.length, broken: broken.toSorted((a, b) => a.line - b.line) };
}
