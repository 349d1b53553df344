import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { makeDatabase } from '@/lib/db/database';
import { MIGRATIONS } from '@/lib/db/migrations/all';
import { rowsOf, wholeFile } from './lived';
import { rebuildAll, rollups } from './raw';
import { newDisk, open } from './support';

/**
 * One file per released migration, written by the build of that day and frozen: its schema words, every row of a database
 * it made, and what those rows must read as today.
 */
const fixtureSchema = z.strictObject({
  version: z.int(),
  stores: z.record(z.string(), z.string().nullable()),
  rows: z.record(z.string(), z.array(z.unknown())),
  reads: z.array(z.unknown()),
});
const FOLDER = new URL('../../fixtures/migrations/', import.meta.url);
const fixtures = readdirSync(FOLDER)
  .toSorted()
  .map((name) => fixtureSchema.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))));

describe('migrations', () => {
  it('are numbered from 1 without gaps, one file and one fixture each', () => {
    expect(MIGRATIONS.map((one) => one.version)).toEqual(MIGRATIONS.map((_, at) => at + 1));
    expect(fixtures.map((one) => one.version)).toEqual(MIGRATIONS.map((one) => one.version));
    const files = readdirSync(new URL('../../../lib/db/migrations/', import.meta.url));
    expect(files.filter((name) => /^\d{3}-[a-z-]+\.ts$/.test(name))).toHaveLength(MIGRATIONS.length);
  });

  it.each(fixtures)('$version is as it was released', ({ version, stores }) => {
    expect(MIGRATIONS[version - 1]?.stores).toEqual(stores);
  });

  it.each(fixtures)(
    'a database of version $version opens today and reads the same',
    async ({ version, rows, reads }) => {
      const disk = newDisk();
      const old = makeDatabase('touchline', MIGRATIONS.slice(0, version), disk);
      await old.open();
      for (const [table, values] of Object.entries(rows)) await old.table(table).bulkAdd(values);
      old.close();
      const store = await open(disk);
      expect(rowsOf(await wholeFile(store))).toEqual(reads);
      const before = await rollups(disk);
      await rebuildAll(disk, store);
      expect(await rollups(disk)).toEqual(before);
    },
  );
});
