/**
 * A rebuild goes through the log in steps of a thousand events, and the log is written to meanwhile: before its cursor
 * and behind it, one by one and in files, with corrections, withdrawals, answers and erased buyers. Whatever happens
 * between two steps, the rows are those of a rebuild in peace.
 */
import fc, { type GeneratorValue } from 'fast-check';
import { expect, it } from 'vitest';
import { beginBuild } from '@/lib/db/metrics/rebuild';
import type { NewEvent } from '@/lib/domain/ports';
import { METRICS } from '@/lib/kpi/catalog';
import { raw, rebuildAll, rollups } from './raw';
import {
  call,
  day,
  type Disk,
  eventId,
  idOf,
  lead,
  meaning,
  newDisk,
  NOON,
  open,
  other,
  withdraw,
} from './support';

const HEADER = JSON.stringify({ touchline: 'export', format: 1, app: 'touchline', schema: 1, createdAt: 0 });
const FIRST = 2400;
/** Ids of the first events are ten apart: what comes meanwhile falls between and behind them. */
const GAP = 10;

function file(list: readonly NewEvent[], seq: number): readonly string[] {
  const device = idOf(9, 'DEV');
  const lines = list.map((event, at) =>
    JSON.stringify({ t: 'events', r: { ...event, device, seq: seq + at } }),
  );
  return [HEADER, ...lines];
}

function anEvent(g: GeneratorValue, number: number, others: readonly number[]): NewEvent {
  const pick = <T>(...values: readonly T[]): T => values[g(fc.nat, { max: values.length - 1 })]!;
  const target = eventId(others.length === 0 ? 1 : pick(...others.slice(-40)));
  const base = {
    day: day(pick('2026-07-14', '2026-07-15', '2026-07-16')),
    recordedAt: NOON + g(fc.nat, { max: 50 }),
  };
  const kind = pick('call', 'call', 'correction', 'withdrawal', 'answer');
  if (kind === 'withdrawal') return { ...withdraw(number, 1), ...base, supersedes: target };
  if (kind === 'answer') {
    const result = pick('held' as const, 'no-show' as const, 'moved' as const);
    return other(number, 'meeting.resolved', { activity: target, result, movedTo: null }, base);
  }
  return call(number, {
    ...base,
    ...(kind === 'correction' ? { supersedes: target } : {}),
    body: {
      meaning: meaning({ connect: g(fc.boolean), booked: g(fc.boolean), held: g(fc.boolean) }),
      prospect: lead(`p${g(fc.nat, { max: 11 })}`),
      meetingAt: NOON - g(fc.nat, { max: 2 }) * 86_400_000,
    },
  });
}

async function forget(disk: Disk, some: (metric: string) => boolean): Promise<void> {
  await raw(disk, (db) =>
    db.transaction('rw', [db.tallies, db.members, db.builds], async () => {
      for (const { id, version, shape } of METRICS)
        if (shape !== 'table' && some(id)) await beginBuild(db, { metric: id, version, done: false });
    }),
  );
}

it('a rebuild comes to the same rows whatever is written meanwhile', async () => {
  expect.hasAssertions();
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (g) => {
      const disk = newDisk();
      const store = await open(disk);
      const known: number[] = [];
      const fresh = (number: number): NewEvent[] => {
        if (known.includes(number)) return [];
        const event = anEvent(g, number, known);
        known.push(number);
        return [event];
      };
      const events = Array.from({ length: FIRST }, (_, at) => fresh((at + 1) * GAP)).flat();
      expect((await store.data.importLines(file(events, 1), false)).broken).toEqual([]);
      await forget(disk, () => g(fc.boolean));

      const writing: Promise<unknown>[] = [];
      let seq = FIRST + 1;
      const anywhere = () => g(fc.nat, { max: FIRST * GAP * 1.3 });
      const write = () => {
        const what = g(fc.nat, { max: 9 });
        if (what === 0) writing.push(store.data.eraseProspect(lead(`p${g(fc.nat, { max: 11 })}`)));
        else if (what === 1) {
          const list = Array.from({ length: 30 }, anywhere).flatMap(fresh);
          writing.push(store.data.importLines(file(list, seq), false));
          seq += 30;
        } else for (const event of fresh(anywhere())) writing.push(store.log.append({ events: [event] }));
      };
      const some = () => Array.from({ length: 8 }, write);
      some();
      const rebuilding = store.metrics.rebuild(some);
      some();
      await rebuilding;
      await Promise.all(writing);
      await store.metrics.rebuild(() => {});
      const rows = await rollups(disk);
      await rebuildAll(disk, store);
      expect(rows).toEqual(await rollups(disk));
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 300_000);
