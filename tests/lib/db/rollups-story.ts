import fc from 'fast-check';
import { expect } from 'vitest';
import type { NewEvent, Store } from '@/lib/domain/ports';
import type { Day } from '@/lib/domain/time';
import { expected } from './oracle';
import { rebuildAll, rollups } from './raw';
import { call, type Disk, eventId, idOf, lead, ME, meaning, newDisk, NOON, open, other } from './support';

const FAR = '2027-01-01' as Day;
const BOOKED_FOR = NOON + 86_400_000;

/** Some targets never come; rings and events that correct themselves are among the rest. */
const number = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) },
  fc.integer({ min: 1, max: 9 }),
);
const supersedes = fc.option(number, { nil: undefined, freq: 1 });
const common = fc.record({
  at: fc.constantFrom('2026-07-14', '2026-07-15', '2026-07-16'),
  recorded: fc.integer({ min: 0, max: 3 }),
  supersedes,
  record: fc.constantFrom('a', 'b', undefined),
});
type Common = typeof common extends fc.Arbitrary<infer T> ? T : never;
const envelope = ({ at, recorded, supersedes: target, record }: Common) => ({
  day: at as Day,
  recordedAt: NOON + recorded,
  ...(target === undefined ? {} : { supersedes: eventId(target) }),
  ...(record === undefined ? {} : { record: lead(record) }),
});

const anEvent: fc.Arbitrary<(id: number) => NewEvent> = fc.oneof(
  fc
    .tuple(common, fc.boolean(), fc.boolean(), fc.boolean(), fc.constantFrom('x', 'y', null), fc.boolean())
    .map(
      ([base, connect, booked, held, who, past]) =>
        (id: number) =>
          call(id, {
            ...envelope(base),
            body: {
              meaning: meaning({ connect, booked, held }),
              prospect: who === null ? null : lead(who),
              meetingAt: booked || held ? BOOKED_FOR - (past ? 2 * 86_400_000 : 0) : null,
            },
          }),
    ),
  common.map(
    (base) => (id: number) =>
      other(
        id,
        'activity.withdrawn',
        { reason: 'undo' },
        envelope({ ...base, supersedes: base.supersedes ?? 1 }),
      ),
  ),
  fc.tuple(common, number, fc.constantFrom('held', 'no-show', 'moved')).map(
    ([base, about, result]) =>
      (id: number) =>
        other(
          id,
          'meeting.resolved',
          { activity: eventId(about), result, movedTo: result === 'moved' ? BOOKED_FOR + 5 : null },
          envelope(base),
        ),
  ),
  common.map(
    (base) => (id: number) =>
      other(id, 'nextstep.set', { kind: 'call', day: FAR, at: null, zone: 'Europe/London' }, envelope(base)),
  ),
  common.map((base) => (id: number) => other(id, 'nextstep.closed', { how: 'done' }, envelope(base))),
);
const events = fc
  .array(anEvent, { minLength: 1, maxLength: 8 })
  .map((makers) => makers.map((make, at) => make(at + 1)));
/** The same events in two orders and cut into batches. */
const story = events.chain((list) =>
  fc.record({
    list: fc.constant(list),
    first: fc.shuffledSubarray(list, { minLength: list.length }),
    second: fc.shuffledSubarray(list, { minLength: list.length }),
    cut: fc.integer({ min: 0, max: list.length }),
  }),
);

const HEADER = JSON.stringify({ touchline: 'export', format: 1, app: 'touchline', schema: 1, createdAt: 0 });
function file(list: readonly NewEvent[]): readonly string[] {
  const device = idOf(9, 'DEV');
  return [
    HEADER,
    ...list.map((event, at) => JSON.stringify({ t: 'events', r: { ...event, device, seq: at + 1 } })),
  ];
}

async function state(disk: Disk, store: Store) {
  return {
    rows: await rollups(disk),
    steps: (await store.log.openSteps(ME, FAR)).map((step) => step.id),
    due: (await store.log.meetingsDue(ME, BOOKED_FOR + 10))
      .map((one) => `${one.id} ${one.body.meetingAt}`)
      .toSorted(),
    listed: (await store.log.ofRecord(lead('a'), 50)).map((one) => one.id).toSorted(),
  };
}

/** Rollups, open steps and due meetings come out the same one by one, in any order, in batches, and built afresh. */
export async function holdsInAnyOrder(numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(story, async ({ list, first, second, cut }) => {
      const one = newDisk();
      const single = await open(one);
      for (const event of first) await single.log.append({ events: [event] });
      const incremental = await state(one, single);
      expect(incremental.rows).toEqual({ ...expected(list), done: true });

      const two = newDisk();
      const batched = await open(two);
      for (const part of [second.slice(0, cut), second.slice(cut)]) {
        const answer = await batched.data.importLines(file(part), false);
        expect(answer.broken).toEqual([]);
      }
      expect(await state(two, batched)).toEqual(incremental);

      await rebuildAll(one, single);
      expect((await state(one, single)).rows).toEqual(incremental.rows);
    }),
    { numRuns },
  );
}
