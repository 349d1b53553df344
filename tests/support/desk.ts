import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LoggedRequest } from '../practice-crm/types.ts';
import type { Launched } from './browser.ts';
import type { Scene } from './scene.ts';

/** Generous: the machine a test runs on may be busy with others. */
export const SOON_MS = 30_000;

export interface Desk {
  readonly page: Page;
  readonly panel: Frame;
}

/** A record of the practice CRM in a new tab, with the panel open beside it and showing that record. */
export async function openRecord(scene: Scene, id: string, query = ''): Promise<Desk> {
  const page = await scene.browser.context.newPage();
  await page.goto(scene.crm.recordUrl(id) + query);
  return { page, panel: await openPanel(scene.browser, page) };
}

/** Opens the panel in a page that is loaded already, as the global key would. */
export async function openPanel(browser: Launched, page: Page): Promise<Frame> {
  await page.locator('touchline-panel').waitFor({ state: 'attached', timeout: SOON_MS });
  await page.bringToFront();
  await tellShell(browser, 'open');
  return browser.openPanelFrame(page, SOON_MS);
}

/** Moves on inside the document, by a link of the CRM's own router. */
export async function followLink(page: Page, url: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    link.click();
    link.remove();
  }, new URL(url).pathname);
}

interface Tabs {
  readonly tabs: {
    query(about: object): Promise<{ readonly id: number }[]>;
    sendMessage(id: number, message: object): Promise<unknown>;
  };
}

/** The browser's protocol cannot press the extension's key: the shell is told what the background tells it then. */
export async function tellShell(browser: Launched, shell: 'open' | 'close'): Promise<void> {
  const worker = await browser.background();
  await worker.evaluate(async (word) => {
    const { chrome } = globalThis as unknown as { chrome: Tabs };
    for (const { id } of await chrome.tabs.query({ active: true })) {
      await chrome.tabs.sendMessage(id, { shell: word }).catch(() => undefined);
    }
  }, shell);
}

/** Every attempt to write an activity into the CRM, whatever became of it. */
export function taskWrites({ crm }: Pick<Scene, 'crm'>): LoggedRequest[] {
  return crm.state.requests.filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/sobjects/Task'),
  );
}

/** Waits until the panel knows the page's record: a key pressed before that means nothing yet. */
export async function canLog(panel: Frame): Promise<void> {
  const ready = panel
    .getByRole('group', { name: 'Log' })
    .or(panel.getByRole('region', { name: 'Log a call' }));
  await ready.first().waitFor({ timeout: SOON_MS });
}

/** Logs a call with two keys on the panel's window and waits until it says it was saved. */
export async function logCall(panel: Frame, digit = '1'): Promise<void> {
  await canLog(panel);
  await panel.locator('body').press(`Digit${digit}`);
  await panel.getByRole('radio', { checked: true }).waitFor({ timeout: SOON_MS });
  await panel.locator('body').press('Enter');
  await panel.getByRole('button', { name: /^Undo/ }).waitFor({ timeout: SOON_MS });
}

/** The panel's text as one line, for assertions on what is and is not shown. */
export async function textOf(panel: Frame): Promise<string> {
  const text = await panel.evaluate(() => document.body.innerText);
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Waits until the panel's text has all of these and none of the others. */
export async function shows(
  panel: Frame,
  wanted: readonly string[],
  unwanted: readonly string[] = [],
): Promise<void> {
  await expect
    .poll(
      async () => {
        const text = await textOf(panel);
        return {
          missing: wanted.filter((one) => !text.includes(one)),
          extra: unwanted.filter((one) => text.includes(one)),
        };
      },
      { timeout: SOON_MS },
    )
    .toEqual({ missing: [], extra: [] });
}

/** Drafts and settings as the background has them on the disk, as one text. */
export async function shelfText({ browser }: Pick<Scene, 'browser'>): Promise<string> {
  const worker = await browser.background();
  return worker.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const open = indexedDB.open('touchline');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const rows = open.result.transaction('shelf').objectStore('shelf').getAll();
          rows.onerror = () => reject(rows.error);
          rows.onsuccess = () => {
            open.result.close();
            resolve(JSON.stringify(rows.result));
          };
        };
      }),
  );
}
