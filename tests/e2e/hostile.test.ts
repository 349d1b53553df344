import { afterEach, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { startEvilPage } from '../practice-crm/evil.ts';
import type { PracticeOptions } from '../practice-crm/types.ts';
import {
  canLog,
  logCall,
  openPanel,
  openRecord,
  shows,
  SOON_MS,
  taskWrites,
  textOf,
} from '../support/desk.ts';
import { setScene, type Scene } from '../support/scene.ts';

/** CRM pages that rewrite themselves, isolate themselves, trap the focus, carry markup, or belong to somebody evil. */
describe('a hostile page', () => {
  let scene: Scene | null = null;

  afterEach(async () => {
    await scene?.close();
    scene = null;
  });

  async function open(
    options: Partial<PracticeOptions>,
  ): Promise<{ scene: Scene; page: Page; panel: Frame; name: string }> {
    const set = await setScene({ crm: { options } });
    scene = set;
    const { deal } = set.crm.state.known;
    const name = String(set.crm.state.tables.Opportunity.get(deal)!.Name);
    return { scene: set, ...(await openRecord(set, deal)), name };
  }

  it.each<[string, Partial<PracticeOptions>]>([
    ['puts a new body in place', { rewriteBody: true }],
    ['isolates itself by COEP and COOP', { coep: true }],
    ['has a strict policy with Trusted Types', { csp: true }],
  ])('that %s has one working panel', async (_, options) => {
    const { page, panel, name } = await open(options);
    await shows(panel, [name, '0 of 60']);
    await logCall(panel);
    await shows(panel, ['1 of 60']);
    expect(await page.locator('touchline-panel').count()).toBe(1);
  });

  it('that throws foreign nodes out gets the panel back each time', async () => {
    const set = await open({ removeForeignNodes: true });
    const thrownOut = () =>
      set.page.evaluate(() => (globalThis as unknown as { thrownOut: number }).thrownOut);
    await set.page.evaluate(() => {
      const page = globalThis as unknown as { thrownOut: number };
      page.thrownOut = 0;
      new MutationObserver((changes) => {
        for (const { removedNodes } of changes) page.thrownOut += removedNodes.length;
      }).observe(document.documentElement, { childList: true });
    });
    await expect.poll(thrownOut, { timeout: SOON_MS }).toBeGreaterThan(2);
    await expect.poll(() => set.page.locator('touchline-panel').count(), { timeout: SOON_MS }).toBe(1);
    // A frame put back is a new document: whichever stands has to come to show the record.
    await expect
      .poll(async () => textOf(await set.scene.browser.openPanelFrame(set.page, SOON_MS)).catch(() => ''), {
        timeout: SOON_MS,
        interval: 20,
      })
      .toContain('of 60');
  });

  it('with markup in its fields has it shown as text and never run', async () => {
    const { scene: set, page, panel } = await open({ markupInFields: true });
    await shows(panel, ['onerror=', '0 of 60']);
    await logCall(panel, '6');
    await expect.poll(() => taskWrites(set).length, { timeout: SOON_MS }).toBe(1);
    const pwned = () => (globalThis as unknown as { practicePwned?: number }).practicePwned ?? 0;
    expect(await panel.evaluate(pwned)).toBe(0);
    expect(await page.evaluate(pwned)).toBe(0);
    expect(await panel.locator('img, b').count()).toBe(0);
  });

  it('whose values never come has them said to be missing, never guessed', async () => {
    const { panel, name } = await open({ halfLoaded: true, api: false });
    await shows(panel, [name, 'amount missing', '0 of 60'], ['$48,000']);
  });

  it('whose record never comes is said to be unreadable; goals stay, and a call is logged all the same', async () => {
    const set = await setScene({ crm: { options: { api: false } } });
    scene = set;
    const page = await set.browser.context.newPage();
    await page.route('**/aura/record*', (route) => route.abort());
    await page.goto(set.crm.recordUrl(set.crm.state.known.deal));
    const panel = await openPanel(set.browser, page);
    await shows(panel, ['This page cannot be read', '0 of 60'], ['$48,000']);
    await logCall(panel);
    await shows(panel, ['This page cannot be read', '1 of 60', 'Undo'], ['$48,000']);
  });

  it('with a focus trap lets the panel be typed into and stays open itself', async () => {
    const { page, panel } = await open({});
    // Told, not clicked: the panel may stand over the page's own buttons.
    await page.locator('button[name=Edit]').filter({ visible: true }).first().dispatchEvent('click');
    const modal = page.getByRole('dialog');
    await modal.waitFor({ timeout: SOON_MS });
    await panel.getByRole('button', { name: 'Write a note' }).click();
    const note = panel.getByRole('textbox', { name: 'Note' });
    await note.click();
    await note.pressSequentially('Typed beside the dialog');
    expect(await note.inputValue()).toBe('Typed beside the dialog');
    expect(await modal.isVisible()).toBe(true);
  });

  it('with a native modal dialog takes the panel along, with what was typed', async () => {
    const { page, panel } = await open({});
    await canLog(panel);
    await panel.locator('body').press('Digit1');
    const note = panel.getByRole('textbox', { name: 'Note' });
    await note.fill('Before the dialog');
    await page.locator('button[name=NewTask]').filter({ visible: true }).first().dispatchEvent('click');
    await page.getByTestId('task-dialog').waitFor({ timeout: SOON_MS });
    await note.click({ timeout: SOON_MS });
    await note.press('End');
    await note.pressSequentially(', and in it');
    expect(await note.inputValue()).toBe('Before the dialog, and in it');
    await page.getByTestId('task-dialog').getByRole('button').first().dispatchEvent('click');
    await page.getByTestId('task-dialog').waitFor({ state: 'detached', timeout: SOON_MS });
    expect(await note.inputValue()).toBe('Before the dialog, and in it');
    expect(await page.locator('touchline-panel').count()).toBe(1);
  });

  it('of another site that frames the panel sees nothing', async () => {
    const { scene: set } = await open({});
    const evil = await startEvilPage('localhost');
    try {
      const page = await set.browser.context.newPage();
      const framed = `chrome-extension://${set.browser.extensionId}/sidepanel.html`;
      await page.goto(`${evil.url}?frame=${encodeURIComponent(framed)}`);
      await page.locator('iframe').waitFor({ timeout: SOON_MS });
      const report = () =>
        page.evaluate(() => (globalThis as unknown as { evilReport: unknown[] }).evilReport);
      await expect.poll(async () => (await report()).length, { timeout: SOON_MS }).toBeGreaterThan(0);
      expect(await report()).toEqual([expect.objectContaining({ kind: 'frame', title: null, text: null })]);
      for (const frame of page.frames().slice(1)) {
        const text = await frame.evaluate(() => document.body.innerText).catch(() => '');
        expect(text).not.toMatch(/of 60|Halden|Northwind/);
      }
    } finally {
      await evil.close();
    }
  });

  it('whose user changed under us is asked about, and nothing is written as somebody else', async () => {
    const { scene: set, page, panel } = await open({});
    const { colleague } = set.crm.state.known;
    await logCall(panel);
    const loggedAt = Date.now();
    set.crm.setOptions({ signedInAs: colleague });
    await page.reload();
    const again = await openPanel(set.browser, page);
    await shows(again, ['Who are you here?', 'Nothing is counted or written'], ['Log a call']);
    await again.locator('body').press('Digit1');
    await shows(again, ['Who are you here?'], ['Outcome', 'No answer']);
    // Well past its ten seconds the call of before still waits; it goes out when I am back, and as mine.
    await expect.poll(() => Date.now() - loggedAt, { timeout: SOON_MS }).toBeGreaterThan(14_000);
    await shows(again, ['not in CRM yet']);
    expect(taskWrites(set)).toEqual([]);
    set.crm.setOptions({ signedInAs: set.crm.state.known.me });
    await page.reload();
    await expect.poll(() => taskWrites(set).length, { timeout: 90_000 }).toBe(1);
    expect(taskWrites(set)[0]).toMatchObject({ userId: set.crm.state.known.me, status: 201 });
  });
});
