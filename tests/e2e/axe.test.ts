import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axe } from '../support/axe.ts';
import { logCall, openRecord, SOON_MS } from '../support/desk.ts';
import { setScene, type Scene } from '../support/scene.ts';

/** WCAG 2.2 AA by axe on every screen, light and dark, with something in it. */
describe.each(['light', 'dark'] as const)('accessible in %s', (colorScheme) => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene({ crm: { options: { dark: colorScheme === 'dark' } }, browser: { colorScheme } });
  });
  afterAll(() => scene?.close());

  it('the panel at rest, with the log open, with a note being written, and after a log', async () => {
    const { panel } = await openRecord(scene, scene.crm.state.known.deal);
    await panel.getByRole('button', { name: /^Call/ }).first().waitFor({ timeout: SOON_MS });
    expect(await axe(panel)).toEqual([]);
    await panel.getByRole('button', { name: 'Write a note' }).click();
    await panel.getByRole('textbox', { name: 'Note' }).waitFor({ timeout: SOON_MS });
    expect(await axe(panel)).toEqual([]);
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await panel.locator('body').press('Digit1');
    await panel.getByRole('radio', { checked: true }).waitFor({ timeout: SOON_MS });
    expect(await axe(panel)).toEqual([]);
    await logCall(panel);
    expect(await axe(panel)).toEqual([]);
  });

  it.each(['options', 'dashboard'])('the %s, each of its rooms', async (name) => {
    const page = await scene.browser.context.newPage();
    await page.goto(`chrome-extension://${scene.browser.extensionId}/${name}.html`);
    await page.getByRole('heading').first().waitFor({ timeout: SOON_MS });
    for (const href of await roomsOf(page)) {
      if (href !== null) await page.locator('nav').first().locator(`a[href="${href}"]`).click();
      await page.getByRole('heading').first().waitFor({ timeout: SOON_MS });
      expect(await axe(page), href ?? name).toEqual([]);
    }
    await page.close();
  });
});

/** The links of the page's own navigation; one null where it has none. */
async function roomsOf(page: Page): Promise<(string | null)[]> {
  const links = await page
    .locator('nav')
    .first()
    .locator('a[href^="#"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  return links.length > 0 ? links : [null];
}
