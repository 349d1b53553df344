import type { Frame, Page } from 'playwright-core';
import { openPanel } from '../../scripts/start/scene.ts';
import type { Scene } from '../support/scene.ts';
import { median, percentile, type Figure } from './measure.ts';

interface Watching {
  seenAt?: number;
}

/** Notes the moment at which a condition on the text of some elements first holds, painted. */
async function watch(frame: Frame, selector: string, text: string): Promise<void> {
  await frame.evaluate(
    ([selector, text]) => {
      const watching = globalThis as Watching;
      delete watching.seenAt;
      const look = () => {
        const shown = [...document.querySelectorAll(selector)].some(
          (each) => (each.textContent ?? '').trim().includes(text) && each.checkVisibility(),
        );
        if (!shown || watching.seenAt !== undefined) return;
        observer.disconnect();
        // The change is on the screen with the next frame.
        requestAnimationFrame(() => (watching.seenAt ??= performance.timeOrigin + performance.now()));
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      look();
    },
    [selector, text] as const,
  );
}

async function seenAt(frame: Frame): Promise<number> {
  const handle = await frame.waitForFunction(() => (globalThis as Watching).seenAt, null, {
    timeout: 10_000,
  });
  return (await handle.jsonValue()) as number;
}

/** From the key that opens the panel to its first words on the screen. */
export async function panelFirstPaint(scene: Scene, times = 8): Promise<Figure> {
  const samples: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const page = await scene.browser.context.newPage();
    await page.goto(scene.crm.recordUrl(scene.crm.state.known.deal));
    await page.locator('touchline-panel:not([data-open])').waitFor({ state: 'attached' });
    const asked = await page.evaluate(() => performance.timeOrigin + performance.now());
    const panel = await openPanel(scene.browser, page);
    const painted = await panel.waitForFunction(() => {
      const [first] = performance.getEntriesByName('first-contentful-paint');
      return first === undefined ? null : performance.timeOrigin + first.startTime;
    });
    samples.push(((await painted.jsonValue()) as number) - asked);
    // The panel stands where it was left: folded again, the next page begins with the strip.
    await page.bringToFront();
    await panel.locator('body').press('Escape');
    await panel.getByRole('button', { name: 'Fold to the strip' }).click();
    await page.locator('touchline-panel:not([data-open])').waitFor({ state: 'attached' });
    await page.close();
  }
  return { name: 'panel: first paint', value: median(samples), unit: 'ms', target: 600, samples };
}

/** Follows a link inside the CRM's page, as its own router does it: no load. */
async function follow(page: Page, url: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.setAttribute('href', new URL(href).pathname);
    document.body.append(link);
    link.click();
    link.remove();
  }, url);
}

/** From the new record's name on the page to the same name in the panel, with the worker alive or killed before. */
export async function recordChange(scene: Scene, worker: 'warm' | 'dead', times: number): Promise<Figure> {
  const { crm, browser } = scene;
  const { deal, lateDeal } = crm.state.known;
  const nameOf = (id: string) => String(crm.state.tables.Opportunity.get(id)?.['Name'] ?? '');
  const page = await browser.context.newPage();
  await page.goto(crm.recordUrl(lateDeal));
  const panel = await openPanel(browser, page);
  await panel.getByRole('heading', { name: nameOf(lateDeal) }).waitFor();
  const samples: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const to = time % 2 === 0 ? deal : lateDeal;
    await watch(page.mainFrame(), '[slot=primaryField]', nameOf(to));
    await watch(panel, 'h1, h2', nameOf(to));
    if (worker === 'dead') await browser.killWorker();
    await follow(page, crm.recordUrl(to));
    samples.push((await seenAt(panel)) - (await seenAt(page.mainFrame())));
  }
  await page.close();
  return {
    name: `panel: record change, worker ${worker}`,
    value: median(samples),
    unit: 'ms',
    target: worker === 'warm' ? 150 : 500,
    samples,
  };
}

/** Outcomes that count as a dial and ask for nothing more. The same one twice in a minute is refused as a slip. */
const OUTCOMES = ['1', '2', '3', '4', '6', '8'] as const;

function ownOpenDeals({ crm: { state } }: Scene): string[] {
  return [...state.tables.Opportunity.values()]
    .filter((row) => row['OwnerId'] === state.known.me && row['IsClosed'] !== true)
    .map((row) => row.Id);
}

/** Logs one call after another in a panel and answers how long each took until the progress showed it. */
async function logger(scene: Scene): Promise<(number: number) => Promise<number>> {
  const page = await scene.browser.context.newPage();
  const deals = ownOpenDeals(scene);
  let panel: Frame;
  let first: number | null = null;
  return async (number) => {
    await page.bringToFront();
    const turn = number % OUTCOMES.length;
    if (turn === 0) {
      const deal = deals[Math.floor(number / OUTCOMES.length)];
      if (deal === undefined) throw new Error('the practice CRM has too few open deals for so many calls');
      await page.goto(scene.crm.recordUrl(deal));
      panel = await openPanel(scene.browser, page);
    }
    const headline = panel.getByRole('button', { name: /of 60 calls/ }).first();
    await headline.waitFor();
    first ??= Number.parseInt((await headline.innerText()).trim(), 10);
    await panel.getByRole('group', { name: 'Log' }).waitFor();
    await panel.locator('body').press('c');
    await panel.getByRole('radiogroup').waitFor();
    await panel.locator('body').press(OUTCOMES[turn] ?? '1');
    await watch(panel, 'strong', String(first + number + 1));
    await panel.evaluate(() => {
      const pressed = globalThis as { pressedAt?: number };
      const note = () => (pressed.pressedAt = performance.timeOrigin + performance.now());
      window.addEventListener('keydown', note, { capture: true, once: true });
    });
    await panel.locator('body').press('Enter');
    const seen = await seenAt(panel);
    return (
      seen - (await panel.evaluate(() => (globalThis as { pressedAt?: number }).pressedAt ?? Number.NaN))
    );
  };
}

/** From Enter to the moved progress, call by call in turn on a small and on a large log. */
export async function logToProgress(small: Scene, large: Scene, times = 20): Promise<Figure[]> {
  const logSmall = await logger(small);
  const logLarge = await logger(large);
  const few: number[] = [];
  const many: number[] = [];
  for (let time = 0; time < times; time += 1) {
    few.push(await logSmall(time));
    many.push(await logLarge(time));
  }
  return [
    { name: 'log to progress: median with 1,000 events', value: median(few), unit: 'ms', samples: few },
    {
      name: 'log to progress: 95th percentile with 100,000 events',
      value: percentile(many, 95),
      unit: 'ms',
      target: 100,
      samples: many,
    },
    {
      name: 'log to progress: 100,000 events against 1,000',
      value: median(many) / median(few),
      unit: 'ratio',
      limit: 1.5,
    },
  ];
}
