import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecord, shelfText, shows, SOON_MS, taskWrites } from '../support/desk.ts';
import { setScene, type Scene } from '../support/scene.ts';

const TEXT = 'Wants the plan by Friday.';

/** The browser ends the background after 30 idle seconds, or at any other time: nothing may hang on its life. */
describe('a background that dies', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene();
  });
  afterAll(() => scene?.close());

  it('between any two steps of a log loses nothing and doubles nothing', async () => {
    const { page, panel } = await openRecord(scene, scene.crm.state.known.deal);
    const note = panel.getByRole('textbox', { name: 'Note' });
    await shows(panel, ['0 of 60']);

    await scene.browser.killWorker();
    await panel.locator('body').press('Digit1');
    await note.fill(TEXT);
    await scene.browser.killWorker();
    // Kept before the next death: what follows reads it back in a new document.
    await expect.poll(() => shelfText(scene), { timeout: SOON_MS }).toContain(TEXT);
    await scene.browser.killWorker();

    await page.reload();
    const again = await scene.browser.openPanelFrame(page, SOON_MS);
    const back = again.getByRole('textbox', { name: 'Note' });
    await expect.poll(() => back.inputValue(), { timeout: SOON_MS }).toBe(TEXT);
    await again.getByRole('radio', { name: /No answer/, checked: true }).waitFor({ timeout: SOON_MS });

    await scene.browser.killWorker();
    await back.press('Enter');
    await again.getByRole('button', { name: /^Undo/ }).waitFor({ timeout: SOON_MS });
    await scene.browser.killWorker();
    await shows(again, ['1 of 60']);

    await expect.poll(() => taskWrites(scene).length, { timeout: 90_000 }).toBe(1);
    await scene.browser.killWorker();
    await scene.browser.background();
    await shows(again, ['1 of 60'], ['2 of 60', 'not in CRM yet']);
    expect(taskWrites(scene)).toHaveLength(1);
    expect(taskWrites(scene)[0]!.body).toMatchObject({
      Description: expect.stringContaining(TEXT) as string,
    });
  });
});
