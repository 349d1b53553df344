import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canLog, openRecord, shows, SOON_MS, taskWrites } from '../support/desk.ts';
import { setScene, type Scene } from '../support/scene.ts';

/** Numbered words, so that a piece that is missing shows; the last character is one that nothing else has. */
const LONG =
  `${Array.from({ length: 4000 }, (_, at) => String(at).padStart(4, '0')).join(' ')}`.padEnd(19_999, '.') +
  '끝';
const FULL = 'Full: nothing beyond 20,000 characters is taken.';

describe('a note of 20,000 characters', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene();
  });
  afterAll(() => scene?.close());

  it('is taken whole and saved with its call, and one more character is stopped where one sees it', async () => {
    const { page, panel } = await openRecord(scene, scene.crm.state.known.deal);
    await canLog(panel);
    await panel.locator('body').press('Digit1');
    const note = panel.getByRole('textbox', { name: 'Note' });
    await note.click();
    await page.keyboard.insertText(LONG.slice(0, -1));
    await shows(panel, [], [FULL]);
    await page.keyboard.insertText('끝 and more');
    await panel.getByRole('alert').filter({ hasText: FULL }).waitFor({ timeout: SOON_MS });
    expect(await note.inputValue()).toBe(LONG);
    // Kept as a draft too: what comes back after the page was loaded anew is all of it.
    await page.reload();
    const again = await scene.browser.openPanelFrame(page, SOON_MS);
    const back = again.getByRole('textbox', { name: 'Note' });
    await expect.poll(() => back.inputValue(), { timeout: SOON_MS }).toBe(LONG);
    await back.press('Enter');
    await shows(again, ['1 of 60']);
  });

  it('stands whole on the record as a manager’s note', async () => {
    const { panel, page } = await openRecord(scene, scene.crm.state.known.otherDeal);
    await panel.getByRole('button', { name: 'Write a note' }).click();
    await panel.getByRole('textbox', { name: 'Note' }).click();
    await page.keyboard.insertText(`${LONG} and more`);
    await panel.getByRole('alert').filter({ hasText: FULL }).waitFor({ timeout: SOON_MS });
    await panel.getByRole('button', { name: 'Leave note' }).click();
    await panel.getByText(LONG, { exact: true }).waitFor({ timeout: SOON_MS });
  });

  it('stands whole in the list of activities, and can be corrected there', async () => {
    const page = await scene.browser.context.newPage();
    await page.goto(`chrome-extension://${scene.browser.extensionId}/dashboard.html#activities`);
    await page.getByText(LONG, { exact: true }).waitFor({ timeout: SOON_MS });
    await page.getByRole('button', { name: /^Correct / }).click();
    const note = page.getByRole('textbox', { name: 'Note' });
    expect(await note.inputValue()).toBe(LONG);
    await page.getByText(FULL).waitFor({ timeout: SOON_MS });
    await page.close();
  });

  // Last: its ten seconds are over by now.
  it('reaches the CRM whole', async () => {
    await expect.poll(() => taskWrites(scene).length, { timeout: 90_000 }).toBe(1);
    const [write] = taskWrites(scene);
    expect(write).toMatchObject({ status: 201 });
    expect((write!.body as { Description: string }).Description).toContain(LONG);
  });
});
