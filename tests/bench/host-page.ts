import type { Page } from 'playwright-core';
import type { Launched } from '../support/browser.ts';
import { median, type Figure } from './measure.ts';

interface Load {
  /** Main-thread time of scripts and of compiling them, in thread time: other processes do not count. */
  readonly scriptMs: number;
  readonly longTasks: number;
}

const SETTLE_MS = 1500;

/** Loads the page once in a fresh tab and reads what the main thread spent on scripts, content scripts included. */
async function load({ context }: Launched, url: string): Promise<Load> {
  const page: Page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.addInitScript(() => {
      const counted = globalThis as { longTasks?: number };
      counted.longTasks = 0;
      new PerformanceObserver((list) => {
        counted.longTasks = (counted.longTasks ?? 0) + list.getEntries().length;
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(SETTLE_MS);
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    const scriptMs = (seconds('ScriptDuration') + seconds('V8CompileDuration')) * 1000;
    if (!Number.isFinite(scriptMs)) throw new Error('the browser did not tell how long scripts took');
    const longTasks = await page.evaluate(() => (globalThis as { longTasks?: number }).longTasks ?? 0);
    return { scriptMs, longTasks };
  } finally {
    await page.close();
  }
}

/**
 * What the extension adds to a page of the CRM: pairs of loads with and without it, one right after the other, and
 * the middle of the differences, so that a busy machine weighs on both alike.
 */
export async function hostPageCost(
  withIt: Launched,
  without: Launched,
  url: string,
  pairs = 12,
): Promise<Figure[]> {
  // The first load of each warms the caches of both.
  await load(withIt, url);
  await load(without, url);
  const added: number[] = [];
  const longTasks: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = pair % 2 === 0;
    const first = await load(order ? withIt : without, url);
    const second = await load(order ? without : withIt, url);
    const [one, other] = order ? [first, second] : [second, first];
    added.push(one.scriptMs - other.scriptMs);
    longTasks.push(one.longTasks - other.longTasks);
  }
  return [
    {
      name: 'host page: added script and compile time',
      value: median(added),
      unit: 'ms',
      target: 8,
      samples: added,
    },
    {
      name: 'host page: added long tasks',
      value: median(longTasks),
      unit: 'count',
      limit: 0,
      samples: longTasks,
    },
  ];
}
