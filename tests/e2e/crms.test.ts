import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { startPracticeCrm, type PracticeCrm } from '../practice-crm/server.ts';
import { launchWithExtension, type Launched } from '../support/browser.ts';
import { logCall, openPanel, openRecord, shows, SOON_MS } from '../support/desk.ts';
import { setScene, type Scene } from '../support/scene.ts';

/** A saved page of Tryton at an address of its own: another CRM on the practice CRM's host, told apart by its port. */
async function serveTryton(host: string): Promise<{ base: string; deal: string; server: Server }> {
  const html = await readFile('tests/fixtures/tryton/opportunity-open.html');
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((listening) => server.listen(0, host, () => listening()));
  const base = `http://${host}:${(server.address() as AddressInfo).port}`;
  return { base, deal: `${base}/#crm/model/sale.opportunity/1`, server };
}

async function removeFirst(options: Page): Promise<void> {
  await options.getByRole('button', { name: 'Remove', exact: true }).first().click();
  await options.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
}

describe('two CRMs on one host', () => {
  let scene: Scene;
  let other: Awaited<ReturnType<typeof serveTryton>>;
  let practice: { page: Page; panel: Frame };
  let tryton: Page;
  let options: Page;

  beforeAll(async () => {
    const crm = await startPracticeCrm({ now: new Date() });
    const { hostname } = new URL(crm.url);
    await crm.close();
    other = await serveTryton(hostname);
    const iAm = { remoteId: 'res.user,1', name: 'Alex Morgan' };
    scene = await setScene({ crms: [{ kind: 'tryton', base: other.base, label: 'Tryton', iAm }] });
    scene.browser.context.setDefaultTimeout(SOON_MS);
    practice = await openRecord(scene, scene.crm.state.known.deal);
  });
  afterAll(async () => {
    await scene?.close();
    other?.server.close();
  });

  it('each have their own panel, though the script of each is in the pages of both', async () => {
    await logCall(practice.panel, '2');
    await shows(practice.panel, ['1 of 60']);
    tryton = await scene.browser.context.newPage();
    await tryton.goto(other.deal);
    const panel = await openPanel(scene.browser, tryton);
    await shows(panel, ['Northwind - cold chain platform', '1 of 60']);
    expect(await practice.page.locator('touchline-panel').count()).toBe(1);
    expect(await tryton.locator('touchline-panel').count()).toBe(1);
  });

  it('lose the panel in open tabs at once when one is removed, and only there', async () => {
    options = await scene.browser.context.newPage();
    await options.goto(`chrome-extension://${scene.browser.extensionId}/options.html#crms`);
    await removeFirst(options);
    await practice.page.locator('touchline-panel').waitFor({ state: 'detached' });
    expect(await tryton.locator('touchline-panel').count()).toBe(1);
  });

  it('do not get it back by moving on in the page, or by a reload', async () => {
    const { page } = practice;
    await page.evaluate(() => history.pushState(null, '', location.href));
    await page.reload();
    // The other CRM's script is in this page too, and has had its say by the time its own page shows a panel.
    await tryton.reload();
    await tryton.locator('touchline-panel').waitFor({ state: 'attached' });
    await page.waitForTimeout(1000);
    expect(await page.locator('touchline-panel').count()).toBe(0);
  });

  it('have it again when the CRM is added again, with everything that was logged', async () => {
    await options.getByLabel('Address of your CRM').fill(scene.crm.url);
    await options.getByRole('button', { name: 'Add this CRM' }).click();
    await options.getByText(/^Found: Salesforce/).waitFor();
    await practice.page.bringToFront();
    const panel = await openPanel(scene.browser, practice.page);
    await shows(panel, ['1 of 60', 'Voicemail']);
    await options.getByText('You are Alex Morgan there').first().waitFor();
  });
});

describe('the permission of a CRM, on the build that is shipped', () => {
  let crm: PracticeCrm;
  let browser: Launched;
  let options: Page;

  beforeAll(async () => {
    crm = await startPracticeCrm({ now: new Date() });
    const { protocol, hostname } = new URL(crm.url);
    browser = await launchWithExtension({
      dir: '.output/chrome-mv3',
      grant: [`${protocol}//${hostname}/*`],
    });
    browser.context.setDefaultTimeout(SOON_MS);
    await browser.background();
    options = await browser.context.newPage();
    await options.goto(`chrome-extension://${browser.extensionId}/options.html#crms`);
  });
  afterAll(async () => {
    await browser?.close();
    await crm?.close();
  });

  const origins = () =>
    options.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          permissions: { getAll(): Promise<{ origins?: string[] }> };
          scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
        };
      };
      const { origins: granted = [] } = await chrome.permissions.getAll();
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return { granted, scripts: scripts.map(({ id }) => id) };
    });

  it('is there while the CRM is read', async () => {
    await options.getByLabel('Address of your CRM').fill(crm.url);
    await options.getByRole('button', { name: 'Add this CRM' }).click();
    await options.getByText(/^Found: Salesforce/).waitFor();
    const { hostname } = new URL(crm.url);
    expect(await origins()).toEqual({ granted: [`http://${hostname}/*`], scripts: ['salesforce'] });
  });

  it('is given back with the CRM, and its open tabs lose the panel', async () => {
    const page = await browser.context.newPage();
    await page.goto(crm.recordUrl(crm.state.known.deal));
    await page.locator('touchline-panel').waitFor({ state: 'attached' });
    await options.bringToFront();
    await removeFirst(options);
    await page.locator('touchline-panel').waitFor({ state: 'detached' });
    await options.getByText('No CRM yet.').waitFor();
    await expect.poll(origins, { timeout: SOON_MS }).toEqual({ granted: [], scripts: [] });
  });
});
