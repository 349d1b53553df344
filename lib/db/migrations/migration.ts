import type { Transaction } from 'dexie';

/**
 * One step of the database's shape. Sealed once released: never edited, imports nothing of today, and has frozen rows
 * in tests/fixtures/migrations/ that prove it.
 */
export interface Migration {
  /** Whole number for the whole database, from 1, without gaps. */
  readonly version: number;
  readonly note: string;
  /** Dexie's schema words: primary key first, then indexes; only tables that change. Null drops a table. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Runs inside the browser's own upgrade transaction: a throw leaves version and rows as they were. */
  readonly upgrade?: (tx: Transaction) => Promise<void>;
}
