import { expect, it } from 'vitest';
import { holdsInAnyOrder } from './rollups-story';

it('rollups are the same whatever the order of events, two thousand times', async () => {
  expect.hasAssertions();
  await holdsInAnyOrder(2000);
}, 600_000);
