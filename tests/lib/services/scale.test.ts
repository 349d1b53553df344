import { describe, expect, it } from 'vitest';
import type { Day } from '@/lib/domain/time';
import { seedEvents } from '../../support/seed-events';
import { framed, serviceScene, value } from './scene';

const NOW = Date.UTC(2026, 10, 23, 15, 0);
const ROUNDS = 21;
/** A rep's four years. */
const MANY = 100_000;

/** Median milliseconds of a log with the progress in its answer, over a past of so many events. */
async function medianLog(count: number): Promise<number> {
  const goals = [{ metric: 'dials', period: 'quarter', target: 6000, headline: true }];
  const scene = await serviceScene({ now: NOW, seed: { goals } });
  const { store } = scene.test.world;
  const me = (await store.people.me())!.id;
  const past = [
    ...seedEvents({
      ...{ count, perDay: 100, until: '2026-11-22' as Day, me, device: store.device },
      ...{ instance: scene.instance, zone: 'America/New_York' },
    }),
  ];
  for (let at = 0; at < past.length; at += 2000)
    value(await store.log.append({ events: past.slice(at, at + 2000).map((one) => one.event) }));
  const times: number[] = [];
  const record = await scene.show('A');
  for (let round = 0; round < ROUNDS; round += 1) {
    const act = scene.call(record, { at: NOW - round * 120_000 });
    const began = performance.now();
    const answer = value(await scene.handlers['activity.log'](act, framed));
    times.push(performance.now() - began);
    expect(answer.progress[0]?.figure.value).toBeGreaterThan(round);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

describe('a long past', () => {
  it('does not slow the log down: at most 1.5 times a short one', { timeout: 180_000 }, async () => {
    const few = await medianLog(1000);
    const many = await medianLog(MANY);
    expect(many / few).toBeLessThanOrEqual(1.5);
  });
});
