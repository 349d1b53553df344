import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { followLink, shows, SOON_MS, taskWrites } from '../support/desk.ts';
import { installDialler, type Dialler } from '../support/dialler.ts';
import { setScene, type Scene } from '../support/scene.ts';
import { leaveWindow } from '../support/window.ts';

/** A phone link in the CRM's page goes to the dialler as ever, and arms the log for whoever is called. */
describe.skipIf(process.platform !== 'linux')('a click on a phone link', () => {
  let scene: Scene;
  let dialler: Dialler;

  beforeAll(async () => {
    scene = await setScene({
      browser: async ({ url }) => {
        dialler = await installDialler(url);
        return { userDataDir: dialler.profile, env: dialler.env };
      },
    });
  });
  afterAll(async () => {
    await scene?.close();
    await dialler?.remove();
  });

  const link = (page: Page) => page.locator('a[href^="tel:"]').filter({ visible: true }).first();
  const log = (panel: Frame) => panel.getByRole('region', { name: 'Log a call' });
  const search = (page: Page) => page.getByTestId('global-search');
  const isFocused = (page: Page) =>
    page.evaluate(() => document.hasFocus() && document.activeElement?.tagName !== 'TOUCHLINE-PANEL');

  async function open(id: string): Promise<Page> {
    const page = await scene.browser.context.newPage();
    await page.goto(scene.crm.recordUrl(id));
    await page.locator('touchline-panel').waitFor({ state: 'attached', timeout: SOON_MS });
    await link(page).waitFor({ timeout: SOON_MS });
    return page;
  }

  async function armed(page: Page): Promise<Frame> {
    const panel = await scene.browser.openPanelFrame(page, SOON_MS);
    await log(panel).waitFor({ timeout: SOON_MS });
    return panel;
  }

  /** The window's keys are the panel's, and the log shows that it has them. */
  async function hasKeys(panel: Frame): Promise<void> {
    const seen = () =>
      log(panel).evaluate((box) => {
        const { boxShadow, borderTopColor } = getComputedStyle(box);
        const idle = document.createElement('div').style.boxShadow;
        return {
          focused: document.hasFocus() && box.contains(document.activeElement),
          ringed: boxShadow !== 'none' && boxShadow !== idle && boxShadow.includes(borderTopColor),
        };
      });
    await expect.poll(seen, { timeout: SOON_MS }).toEqual({ focused: true, ringed: true });
  }

  async function undo(page: Page, panel: Frame): Promise<void> {
    await page.keyboard.press('KeyU');
    await shows(panel, ['1 of 60']);
    await page.keyboard.press('Escape');
    await closePanel(page, panel);
  }

  /** To the strip, as it is before anybody has asked for it. */
  async function closePanel(page: Page, panel: Frame): Promise<void> {
    await panel.getByRole('button', { name: 'Fold to the strip' }).click();
    await page.close();
  }

  it('belongs to the record it began with, after the page has moved on and after it was loaded anew', async () => {
    const { myLead, deal } = scene.crm.state.known;
    const page = await open(myLead);
    await link(page).click();
    let panel = await armed(page);
    const name = String(scene.crm.state.tables.Lead.get(myLead)!['Name']);
    const other = String(scene.crm.state.tables.Opportunity.get(deal)!['Name']);
    await followLink(page, scene.crm.recordUrl(deal));
    await panel.getByRole('heading', { level: 1, name: other }).waitFor({ timeout: SOON_MS });
    await shows(panel, [`Still logging ${name}`]);
    await page.goto(scene.crm.recordUrl(deal));
    panel = await armed(page);
    await panel.getByRole('heading', { level: 1, name: other }).waitFor({ timeout: SOON_MS });
    await shows(panel, [`Still logging ${name}`]);
    await log(panel).click();
    await page.keyboard.press('Digit6');
    await page.keyboard.press('Enter');
    await shows(panel, ['1 of 60']);
    await closePanel(page, panel);
  });

  it('dials, and opens the log of that record with its keys ready', async () => {
    const page = await open(scene.crm.state.known.myLead);
    const number = (await link(page).getAttribute('href')) ?? '';
    await link(page).click();
    const panel = await armed(page);
    await hasKeys(panel);
    await expect.poll(() => dialler.taken(), { timeout: SOON_MS }).toContain(number);
    const name = String(scene.crm.state.tables.Lead.get(scene.crm.state.known.myLead)!['Name']);
    await log(panel)
      .getByRole('heading', { name: `Log a call: ${name}` })
      .waitFor({ timeout: SOON_MS });
    await page.keyboard.press('Digit1');
    await page.keyboard.press('Enter');
    await shows(panel, ['2 of 60']);
    await undo(page, panel);
  });

  it.each(['the panel', 'the page'])(
    'takes the window away, and back in it the keys work at once, the focus left in %s',
    async (where) => {
      const page = await open(scene.crm.state.known.myLead);
      await link(page).click();
      const panel = await armed(page);
      await hasKeys(panel);
      if (where === 'the page') {
        await page.getByRole('heading', { level: 1 }).filter({ visible: true }).first().click();
        await expect.poll(() => isFocused(page), { timeout: SOON_MS }).toBe(true);
      }
      const comeBack = await leaveWindow(scene.browser, page);
      await comeBack();
      await hasKeys(panel);
      await page.keyboard.press('Digit1');
      await page.keyboard.press('Enter');
      await shows(panel, ['2 of 60']);
      await undo(page, panel);
    },
  );

  it('where no record is open dials, and the panel stays closed', async () => {
    const page = await scene.browser.context.newPage();
    await page.goto(`${scene.crm.url}/lightning/o/Lead/list?filterName=MyLeads`);
    await page.locator('touchline-panel').waitFor({ state: 'attached', timeout: SOON_MS });
    const before = (await dialler.taken()).length;
    await link(page).click();
    await expect.poll(async () => (await dialler.taken()).length, { timeout: SOON_MS }).toBe(before + 1);
    const comeBack = await leaveWindow(scene.browser, page);
    await comeBack();
    expect(await page.locator('touchline-panel[data-open]').count()).toBe(0);
    await page.close();
  });

  it('leaves the keys to a field of the page that has the focus', async () => {
    const page = await open(scene.crm.state.known.myLead);
    await link(page).click();
    const panel = await armed(page);
    const chosen = () => panel.getByRole('radio', { checked: true }).allInnerTexts();
    const before = await chosen();
    await search(page).click();
    const comeBack = await leaveWindow(scene.browser, page);
    await comeBack();
    await page.keyboard.type('1c6');
    expect(await search(page).inputValue()).toBe('1c6');
    expect(await chosen()).toEqual(before);
    await log(panel).waitFor({ timeout: SOON_MS });
    await closePanel(page, panel);
  });

  it('gives the keys back with Esc to where they were, and they stay there', async () => {
    const page = await open(scene.crm.state.known.myLead);
    await link(page).focus();
    await page.keyboard.press('Enter');
    const panel = await armed(page);
    await hasKeys(panel);
    const comeBack = await leaveWindow(scene.browser, page);
    await comeBack();
    await hasKeys(panel);
    await page.keyboard.press('Escape');
    const isLink = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    await expect.poll(isLink, { timeout: SOON_MS }).toMatch(/^tel:/);
    await shows(panel, ['Call running']);
    await page.keyboard.press('/');
    await page.keyboard.type('6');
    expect(await search(page).inputValue()).toBe('6');
    expect(await isFocused(page)).toBe(true);
    expect(await log(panel).count()).toBe(0);
    await closePanel(page, panel);
  });

  // Last: its ten seconds are over by now.
  it('is written on the record it began with, and nothing that was taken back', async () => {
    await open(scene.crm.state.known.myLead);
    await expect.poll(() => taskWrites(scene).length, { timeout: 90_000 }).toBe(1);
    expect(taskWrites(scene)[0]!.body).toMatchObject({ WhoId: scene.crm.state.known.myLead });
    expect(taskWrites(scene)[0]!.body).not.toHaveProperty('WhatId');
  });
});
