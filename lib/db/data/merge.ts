import type { Table } from 'dexie';
import type { Database } from '../tables.ts';
import type { RowTable } from './lines.ts';
import type { ParsedFile } from './parse.ts';

export interface Taken {
  added: number;
  known: number;
}

/** A table's rows of a file, without their lines. */
export function rowsOf<T extends RowTable>(file: ParsedFile, table: T) {
  return file.rows[table].map(({ row }) => row);
}

export function tally(count: Taken, more: Readonly<Taken>): void {
  count.added += more.added;
  count.known += more.known;
}

/** Adds rows whose key is not there yet; of several with one key in the file the first. */
export function addMissing(db: Database, name: RowTable, rows: readonly unknown[]): Promise<Taken> {
  return addNewer(db.table(name), rows, () => 0);
}

/** Adds rows whose key is not there, and puts those over older ones that `age` tells are newer. */
export async function addNewer<Row, Key>(
  table: Table<Row, Key>,
  rows: readonly Row[],
  age: (row: Row) => number,
): Promise<Taken> {
  const path = table.schema.primKey.keyPath ?? '';
  const keyOf = (row: Row): unknown => {
    const value = row as Record<string, unknown>;
    return Array.isArray(path) ? path.map((part) => value[part]) : value[path];
  };
  const once = new Map<string, Row>();
  for (const row of rows) {
    const name = JSON.stringify(keyOf(row));
    const other = once.get(name);
    if (other === undefined || age(row) > age(other)) once.set(name, row);
  }
  const mine = [...once.values()];
  const there = await table.bulkGet(mine.map((row) => keyOf(row) as Key));
  const wanted = mine.filter((row, at) => {
    const old = there[at];
    return old === undefined || age(row) > age(old);
  });
  await table.bulkPut(wanted);
  return { added: wanted.length, known: rows.length - wanted.length };
}
