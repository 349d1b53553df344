import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { launchWithExtension, type Launched } from '../support/browser.ts';
import { SOON_MS } from '../support/desk.ts';

const BUILD = '.output/chrome-mv3-local';

/** A fresh machine whose browser is in Korean: nothing is deployed, nothing was ever set. */
describe('the first start in a Korean browser', () => {
  let browser: Launched;
  let page: Page;

  beforeAll(async () => {
    browser = await launchWithExtension({ dir: BUILD, locale: 'ko' });
    browser.context.setDefaultTimeout(SOON_MS);
    await browser.background();
    page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
  });
  afterAll(() => browser?.close());

  it('asks its questions in Korean', async () => {
    await page.getByRole('heading', { level: 1, name: 'Touchline 시작하기' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ko');
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/Continue|What is your name/);
  });

  it('goes on in Korean after an answer, and after a new start of the background', async () => {
    await page.getByLabel('이름').fill('김서연');
    await page.getByRole('button', { name: '계속' }).click();
    await page.getByRole('heading', { level: 2, name: '목표 하나' }).waitFor();
    await browser.killWorker();
    await page.reload();
    await page.getByRole('heading', { level: 2, name: '목표 하나' }).waitFor();
  });
});
