import { expect, it } from 'vitest';
import { keepRunning } from '@/lib/services/keep-running';

interface Life {
  readonly number: number;
  over: boolean;
}

/** Each start takes a turn of the event loop; `over` says how many of the first end as failures. */
function lives(failures: number) {
  const started: Life[] = [];
  const running = keepRunning<Life>(
    async () => {
      const life = { number: started.length + 1, over: started.length < failures };
      started.push(life);
      await new Promise((resolve) => setTimeout(resolve));
      return life;
    },
    (life) => life.over,
  );
  return { started, running };
}

it('starts at once, before anybody asks', () => expect(lives(0).started).toHaveLength(1));

it('gives everybody the same while it runs', async () => {
  const { started, running } = lives(0);
  expect(await running()).toBe(await running());
  expect(started).toHaveLength(1);
});

it('starts once more for all who wait when a start failed, and answers them with that', async () => {
  const { started, running } = lives(1);
  const answers = await Promise.all([running(), running(), running()]);
  expect(answers.map(({ number }) => number)).toEqual([2, 2, 2]);
  expect(started).toHaveLength(2);
});

it('tries no more than once for each time it is asked', async () => {
  const { started, running } = lives(99);
  expect((await running()).over).toBe(true);
  expect(started).toHaveLength(2);
  expect((await running()).over).toBe(true);
  expect(started).toHaveLength(3);
});

it('starts again when it is over later', async () => {
  const { started, running } = lives(0);
  started[0]!.over = true;
  expect(await running()).toMatchObject({ number: 2 });
});
