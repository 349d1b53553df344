import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeCrm, type PracticeCrm } from '../practice-crm/server.ts';
import { launchWithExtension, type Launched } from '../support/browser.ts';
import { logCall, openPanel, shows, SOON_MS, taskWrites } from '../support/desk.ts';

/**
 * The build that people get (`npm run build`), set up as a person does it. Only the browser's own question about the
 * CRM's site cannot be answered without a display: the answer is written into the profile. Steps build on each other.
 */
describe('the shipped build', () => {
  let crm: PracticeCrm;
  let folder: string;
  let dir: string;
  let browser: Launched;
  let options: Page;
  let record: Page;
  let granted: string;

  beforeAll(async () => {
    crm = await startPracticeCrm({ now: new Date() });
    granted = `${new URL(crm.url).protocol}//${new URL(crm.url).hostname}/*`;
    folder = await mkdtemp(join(tmpdir(), 'touchline-shipped-'));
    dir = join(folder, 'first place');
    await cp('.output/chrome-mv3', dir, { recursive: true });
    browser = await launchWithExtension({
      ...{ dir, userDataDir: join(folder, 'profile') },
      grant: [granted],
    });
    record = await browser.context.newPage();
    await record.goto(crm.recordUrl(crm.state.known.deal));
    options = await browser.context.newPage();
    await options.goto(`chrome-extension://${browser.extensionId}/options.html`);
  });
  afterAll(async () => {
    await browser?.close();
    await crm?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('names no site in its manifest and may read the one that was granted', async () => {
    expect(await hosts(browser)).toEqual({ named: [], granted: [granted] });
    expect(await record.locator('touchline-panel').count()).toBe(0);
  });

  it('asks four questions, one of them for a goal', async () => {
    await options.getByRole('heading', { name: 'Set up Touchline' }).waitFor({ timeout: SOON_MS });
    await options.getByLabel('Your name').fill('Alex Morgan');
    await options.getByRole('radio', { name: /Find and call new people/ }).check();
    await options.getByRole('button', { name: 'Continue' }).click();
    await options.getByLabel('Calls a day').fill('60');
    await options.getByRole('button', { name: 'Set this goal' }).click();
    await options
      .getByRole('heading', { name: 'Where and when you work', level: 2 })
      .waitFor({ timeout: SOON_MS });
    await options.getByLabel('Country').selectOption('US');
    await options.getByRole('button', { name: 'Continue' }).click();
    await options.getByLabel('Address of your CRM').fill(crm.url);
    await options.getByRole('button', { name: 'Add this CRM' }).click();
    await options.getByText('Signed in there: Alex Morgan. Is that you?').waitFor({ timeout: SOON_MS });
    await options.getByRole('button', { name: 'Yes, that is me' }).click();
    await options.getByText('From now on Alex Morgan there is you.').waitFor({ timeout: SOON_MS });
    await options.getByRole('button', { name: 'Continue' }).click();
    await options.getByText(/^Your goal: .*\b60\b/).waitFor({ timeout: SOON_MS });
  });

  it('logs a call with two keys: progress moves, and the CRM has it once', async () => {
    const panel = await openPanel(browser, record);
    await shows(panel, [String(crm.state.tables.Opportunity.get(crm.state.known.deal)!.Name), '0 of 60']);
    await logCall(panel);
    await shows(panel, ['1 of 60']);
    await expect.poll(() => taskWrites({ crm }).length, { timeout: SOON_MS }).toBe(1);
    await shows(panel, ['1 of 60'], ['not in CRM yet']);
    expect(taskWrites({ crm })).toHaveLength(1);
    expect(taskWrites({ crm })[0]).toMatchObject({ status: 201, userId: crm.state.known.me });
  });

  it('is the same extension with the same data after its folder was moved', async () => {
    const before = browser.extensionId;
    await browser.close();
    const elsewhere = join(folder, 'second place');
    await rename(dir, elsewhere);
    browser = await launchWithExtension({ dir: elsewhere, userDataDir: join(folder, 'profile') });
    expect(browser.extensionId).toBe(before);
    expect(await hosts(browser)).toEqual({ named: [], granted: [granted] });
    const page = await browser.context.newPage();
    await page.goto(crm.recordUrl(crm.state.known.lateDeal));
    await shows(await browser.openPanelFrame(page, SOON_MS), ['1 of 60']);
  });
});

/** Sites in the manifest, and sites the browser lets it read. */
async function hosts(browser: Launched): Promise<{ named: readonly string[]; granted: readonly string[] }> {
  const worker = await browser.background();
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        runtime: { getManifest(): { host_permissions?: string[] } };
        permissions: { getAll(): Promise<{ origins?: string[] }> };
      };
    };
    const { origins } = await chrome.permissions.getAll();
    return { named: chrome.runtime.getManifest().host_permissions ?? [], granted: origins ?? [] };
  });
}
