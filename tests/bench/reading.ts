import type { CDPSession, Page } from 'playwright-core';
import type { Launched } from '../support/browser.ts';
import { percentile, type Figure } from './measure.ts';

/** Elements of the page that is read: a long Lightning record page with its related lists. */
const ELEMENTS = 5000;
const READS = 30;
/** Longer than a door rests between two looks, so that each change is a look of its own. */
const READ_EVERY_MS = 600;
/** 60 rows 15 times a second: what a busy list or a feed of a big organisation does. */
const CHURN_ROWS = 60;
const CHURN_EVERY_MS = 1000 / 15;
const CHURN_FOR_MS = 6000;

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  /** Microseconds of the thread: other processes do not count. */
  readonly tdur?: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Milliseconds of each time the browser called into the door while something went on in its page. */
async function callsDuring(page: Page, run: () => Promise<void>): Promise<number[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'devtools.timeline' });
  await run();
  const ended = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  return events
    .filter(({ name, ph, args }) => {
      const url = args?.data?.url ?? '';
      return name === 'FunctionCall' && ph === 'X' && /^chrome-extension:.*\/content-scripts\//.test(url);
    })
    .map(({ tdur, dur }) => (tdur ?? dur ?? Number.NaN) / 1000);
}

/**
 * A record's page grown to thousands of elements, inside the record itself, where its fields are looked for. One of
 * them is not on the layout, as on most: then it is looked for in every shadow root there might be.
 */
async function openLongRecord({ context }: Launched, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('touchline-panel').waitFor({ state: 'attached' });
  await page.locator('[data-target-selection-name="sfdc:RecordField.Opportunity.Amount"]').waitFor();
  await page.evaluate(growTo, [ELEMENTS, CHURN_ROWS] as const);
  await page.waitForTimeout(1500);
  return page;
}

/** Runs in the page. */
function growTo([elements, rows]: readonly [number, number]): void {
  const record = document.querySelector('.active one-record-home-flexipage2')!;
  record.querySelector('[data-target-selection-name="sfdc:RecordField.Opportunity.Probability"]')!.remove();
  const list = record.appendChild(document.createElement('lst-related-list-container'));
  let number = 0;
  function row(): HTMLElement {
    const made = document.createElement('div');
    made.setAttribute('role', 'row');
    for (const tag of ['lightning-formatted-text', 'lightning-formatted-number', 'a', 'span']) {
      const cell = made.appendChild(document.createElement('div'));
      cell.className = 'slds-cell test-id__cell';
      cell.appendChild(document.createElement(tag)).textContent = `${tag} ${(number += 1)}`;
    }
    return made;
  }
  while (document.querySelectorAll('*').length < elements) list.append(row());
  (globalThis as { churn?: () => void }).churn = () => {
    for (const old of [...list.children].slice(0, rows)) old.replaceWith(row());
  };
}

/** From one change of a value to the next: what each look at the whole page takes. */
async function fullRead(page: Page): Promise<Figure> {
  const calls = await callsDuring(page, async () => {
    for (let read = 0; read < READS; read += 1) {
      await page.evaluate((text) => {
        const box = document.querySelector(
          '.active [data-target-selection-name="sfdc:RecordField.Opportunity.NextStep"] [data-output-element-id]',
        );
        box!.textContent = text;
      }, `Step ${read}`);
      await page.waitForTimeout(READ_EVERY_MS);
    }
  });
  // Beside the reads the door is called to note that something changed; those take next to nothing.
  const samples = calls.toSorted((a, b) => b - a).slice(0, READS);
  return {
    name: 'reading: a full read of a page of 5,000 elements, 95th percentile',
    value: percentile(samples, 95),
    unit: 'ms',
    target: 5,
    samples,
  };
}

async function churnShare(page: Page): Promise<Figure> {
  let took = 0;
  const calls = await callsDuring(page, async () => {
    took = await page.evaluate(
      ([every, time]) =>
        new Promise<number>((done) => {
          const { churn } = globalThis as unknown as { churn: () => void };
          const began = performance.now();
          const timer = setInterval(() => {
            churn();
            if (performance.now() - began < time) return;
            clearInterval(timer);
            done(performance.now() - began);
          }, every);
        }),
      [CHURN_EVERY_MS, CHURN_FOR_MS] as const,
    );
  });
  return {
    name: 'reading: share of the main thread while 900 rows change each second',
    value: (calls.reduce((sum, ms) => sum + ms, 0) / took) * 100,
    unit: 'percent',
    target: 1,
    samples: calls,
  };
}

/** What looking costs on a long page, by the browser's own trace, attributed to the door's file. */
export async function readingCost(browser: Launched, url: string): Promise<Figure[]> {
  const page = await openLongRecord(browser, url);
  try {
    return [await fullRead(page), await churnShare(page)];
  } finally {
    await page.close();
  }
}
