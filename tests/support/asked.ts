import type { Frame, Page } from 'playwright-core';

interface Message {
  readonly method?: string;
}

interface Recording {
  asked: string[];
  chrome: { runtime: { sendMessage: (message: Message, ...rest: unknown[]) => unknown } };
}

/**
 * Keeps the names of the calls that a page of ours makes to the background from now on. The function it answers
 * gives those since the last time. Before it does, it asks the background twice itself: what a key has begun, also a
 * save that first reads, was under way before that.
 */
export async function recordCalls(page: Page | Frame): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const here = globalThis as unknown as Recording;
    here.asked = [];
    const { runtime } = here.chrome;
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = (message, ...rest) => {
      if (message.method !== undefined) here.asked.push(message.method);
      return send(message, ...rest);
    };
  });
  return () =>
    page.evaluate(async () => {
      const here = globalThis as unknown as Recording;
      const nothing = { touchline: 1, method: 'test.nothing', input: {} };
      for (let times = 0; times < 2; times += 1) await here.chrome.runtime.sendMessage(nothing);
      return here.asked.splice(0).filter((method) => method !== 'test.nothing');
    });
}
