import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { canLog, openRecord, SOON_MS } from '../support/desk.ts';
import { pressAs } from '../support/keyboard.ts';
import { setScene, type Scene } from '../support/scene.ts';

/** Two windows with keys of their own stand in one tab, and keyboards differ: each key goes where it was meant. */
describe('keys', () => {
  let scene: Scene;
  let page: Page;
  let panel: Frame;

  beforeAll(async () => {
    scene = await setScene();
    ({ page, panel } = await openRecord(scene, scene.crm.state.known.deal));
    await canLog(panel);
  });
  afterAll(() => scene?.close());
  beforeEach(() => panel.getByRole('heading', { level: 1 }).click());

  const log = () => panel.getByRole('region', { name: 'Log a call' });
  const focused = (where: Page | Frame) =>
    where.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? '');

  async function fold(): Promise<void> {
    await panel.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Escape');
    await log().waitFor({ state: 'detached', timeout: SOON_MS });
  }

  it('go by their place: with a Korean layout C opens the log, and M, E tells of an e-mail', async () => {
    await pressAs(page, 'KeyC', 'ㅊ');
    await log().waitFor({ timeout: SOON_MS });
    await fold();
    await panel.getByRole('heading', { level: 1 }).click();
    await pressAs(page, 'KeyM', 'ㅡ');
    await panel.getByRole('button', { name: /^E-mail/ }).waitFor({ timeout: SOON_MS });
    await pressAs(page, 'KeyE', 'ㄷ');
    await panel.getByRole('button', { name: /^Undo/ }).waitFor({ timeout: SOON_MS });
    await pressAs(page, 'KeyU', 'ㅕ');
    await panel.getByRole('button', { name: /^Undo/ }).waitFor({ state: 'detached', timeout: SOON_MS });
  });

  it('of the number pad choose outcomes as those of the row do, and its Enter saves', async () => {
    await page.keyboard.press('Numpad2');
    await panel.getByRole('radio', { name: /Voicemail/, checked: true }).waitFor({ timeout: SOON_MS });
    await page.keyboard.press('Numpad1');
    await panel.getByRole('radio', { name: /No answer/, checked: true }).waitFor({ timeout: SOON_MS });
    await page.keyboard.press('NumpadEnter');
    await panel.getByRole('button', { name: /^Undo/ }).waitFor({ timeout: SOON_MS });
    await page.keyboard.press('KeyU');
    await panel.getByRole('radio', { name: /No answer/, checked: true }).waitFor({ timeout: SOON_MS });
    await fold();
  });

  it('with right Alt held are letters of somebody’s layout and mean nothing', async () => {
    const before = await panel.locator('main').innerText();
    await page.keyboard.press('AltRight');
    await page.keyboard.press('Alt+KeyC');
    await pressAs(page, 'AltRight', 'HangulMode');
    // AltGr is a state the protocol cannot hold; where it writes letters, neither Alt nor Ctrl is told.
    await panel.evaluate(() => {
      for (const code of ['KeyC', 'KeyM', 'Digit1', 'Numpad1']) {
        const event = { code, key: 'µ', modifierAltGraph: true, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new KeyboardEvent('keydown', event));
      }
    });
    expect(await panel.locator('main').innerText()).toBe(before);
  });

  it('never move the focus from a log on a letter that means nothing', async () => {
    await page.keyboard.press('KeyC');
    await log().waitFor({ timeout: SOON_MS });
    const before = await focused(panel);
    for (const code of ['KeyQ', 'KeyN', 'KeyC', 'KeyT', 'Digit6']) {
      await page.keyboard.press(code);
      expect(await focused(panel)).toBe(before);
    }
    await page.keyboard.press('Escape');
  });

  it('typed in the panel never reach the page’s own', async () => {
    const address = page.url();
    await page.evaluate(() => {
      const here = globalThis as unknown as { heard: string[] };
      here.heard = [];
      for (const type of ['keydown', 'keypress', 'keyup'])
        window.addEventListener(type, (event) => here.heard.push((event as KeyboardEvent).key), true);
    });
    await page.keyboard.type('/nejkp');
    await page.keyboard.press('KeyC');
    await panel.getByRole('textbox', { name: 'Note' }).click();
    await page.keyboard.type('/nejkp ');
    expect(await panel.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('/nejkp ');
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    expect(page.url()).toBe(address);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await panel.getByRole('textbox', { name: 'Note' }).fill('');
    await page.keyboard.press('Escape');
  });

  it('pressed in the page are the page’s, with the panel open beside it', async () => {
    const search = page.getByTestId('global-search');
    await page.getByRole('heading', { level: 1 }).filter({ visible: true }).first().click();
    await page.keyboard.press('Digit1');
    await page.keyboard.press('/');
    await expect
      .poll(() => search.evaluate((box) => box === document.activeElement), { timeout: SOON_MS })
      .toBe(true);
    await page.keyboard.type('1c');
    expect(await search.inputValue()).toBe('1c');
    await search.evaluate((box) => (box as HTMLElement).blur());
    await page.keyboard.press('e');
    await page.getByRole('dialog').waitFor({ timeout: SOON_MS });
    expect(await log().count()).toBe(0);
  });
});
