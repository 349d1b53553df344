import { expect, it } from 'vitest';
import { holdsInAnyOrder } from './rollups-story';

it('rollups are the same whatever the order of events', async () => {
  expect.hasAssertions();
  await holdsInAnyOrder(60);
}, 60_000);
