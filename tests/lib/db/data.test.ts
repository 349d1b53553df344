import { describe, expect, it } from 'vitest';
import type { Store } from '@/lib/domain/ports';
import { call, DAY, day, eventId, lead, ME, newDisk, open, withdraw } from './support';

const NEXT = day('2026-07-16');

export async function wholeFile(store: Store): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let cursor: string | null = null; ;) {
    const page = await store.data.exportPage(cursor);
    lines.push(...page.lines);
    cursor = page.next;
    if (cursor === null) return lines;
  }
}

/** Rows without the header; the order of names inside a row does not matter. */
export function rowsOf(file: readonly string[]): readonly unknown[] {
  return file.slice(1).map((line) => JSON.parse(line) as unknown);
}

/** A store with something in it. */
async function lived(): Promise<Store> {
  const store = await open(newDisk());
  await store.people.put({ id: ME, name: 'Dana', me: true, archivedAt: null });
  await store.log.append({
    events: [call(1, { record: lead('a'), body: { prospect: lead('a') } }), call(2), withdraw(3, 2)],
    privates: [
      {
        event: eventId(1),
        record: lead('a'),
        prospect: lead('a'),
        day: DAY,
        text: 'hi',
        who: 'B',
        phone: '',
      },
    ],
  });
  await store.records.alias(lead('old'), lead('a'));
  await store.shelf.put('settings', { touchline: 1 });
  return store;
}

describe('export and import', () => {
  it('moves everything to a new device, and reads the same file twice as once', async () => {
    const from = await lived();
    const file = await wholeFile(from);
    const to = await open(newDisk());
    expect(await to.data.importLines(file, true)).toMatchObject({ known: 0, broken: [] });
    expect(await to.metrics.tally('dials', ME, DAY, NEXT)).toEqual({});
    expect(await to.data.importLines(file, false)).toMatchObject({ known: 0, newer: 0, broken: [] });
    expect(await to.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 1 });
    expect(await to.log.event(eventId(1))).toEqual(await from.log.event(eventId(1)));
    expect(rowsOf(await wholeFile(to))).toEqual(rowsOf(file));
    expect(await to.data.importLines(file, false)).toMatchObject({ added: 0, broken: [] });
    expect(await to.metrics.tally('dials', ME, DAY, NEXT)).toEqual({ '': 1 });
  });
});
