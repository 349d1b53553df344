import type { RecordKey } from '../domain/ids.ts';
import type { RecordStore } from '../domain/ports.ts';
import type { RecordSnapshot } from '../domain/record.ts';
import { write } from './database.ts';
import type { Database } from './tables.ts';

export function recordStore(db: Database): RecordStore {
  return {
    async put(snapshot) {
      await write(db, ['records'], () => db.records.put(snapshot));
    },
    async get(key) {
      return (await db.records.get(key)) ?? null;
    },
    async alias(from, to) {
      await write(db, ['aliases'], async () => {
        const path = await pathOf(db, to);
        // A merge turned round: what led from `to` to `from` goes, so that no ring can arise.
        if (path.includes(from)) await db.aliases.bulkDelete(path.slice(0, path.indexOf(from)));
        if (from !== to) await db.aliases.put({ from, to });
      });
    },
    resolve: (key) => resolve(db, key),
    async find(text, limit) {
      const needle = fold(text);
      const found: RecordSnapshot[] = [];
      await db.records
        .orderBy('seenAt')
        .reverse()
        .until(() => found.length >= limit)
        .each((snapshot) => {
          if (namesOf(snapshot).some((name) => fold(name).includes(needle))) found.push(snapshot);
        });
      return found.slice(0, limit);
    },
  };
}

/** The key itself and where its aliases lead, in order. */
async function pathOf(db: Database, key: RecordKey): Promise<readonly RecordKey[]> {
  const path = [key];
  for (;;) {
    const next = (await db.aliases.get(path.at(-1)!))?.to;
    if (next === undefined || path.includes(next)) return path;
    path.push(next);
  }
}

export async function resolve(db: Database, key: RecordKey): Promise<RecordKey> {
  return (await pathOf(db, key)).at(-1)!;
}

/** Every key that stands for the same record: where it leads and all that lead there. */
export async function sameRecord(db: Database, key: RecordKey): Promise<readonly RecordKey[]> {
  const keys = new Set([await resolve(db, key)]);
  for (let found: readonly RecordKey[] = [...keys]; found.length > 0;) {
    const from = await db.aliases.where('to').anyOf(found).primaryKeys();
    found = from.filter((one) => !keys.has(one));
    for (const one of found) keys.add(one);
  }
  return [...keys];
}

function namesOf({ fields }: RecordSnapshot): readonly string[] {
  return [
    fields.name?.value ?? '',
    fields.account?.value?.name ?? '',
    fields.contact?.value?.name ?? '',
    fields.email?.value ?? '',
    fields.phone?.value ?? '',
  ];
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
