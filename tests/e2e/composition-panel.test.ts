import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { recordCalls } from '../support/asked.ts';
import { canLog, openRecord, shows, SOON_MS } from '../support/desk.ts';
import { inputMethod, letters, WRITINGS, type InputMethod } from '../support/input-method.ts';
import { setScene, type Scene } from '../support/scene.ts';

const IN = WRITINGS.map((writing) => [writing.name, writing] as const);

/**
 * Korean, Japanese and Chinese are written through an input method that takes Enter, digits and letters for itself.
 * No key of the panel may answer to what was meant for it.
 */
describe('writing in the panel with an input method', () => {
  let scene: Scene;
  let page: Page;
  let panel: Frame;
  let method: InputMethod;
  let asked: () => Promise<string[]>;

  beforeAll(async () => {
    scene = await setScene();
    ({ page, panel } = await openRecord(scene, scene.crm.state.known.deal));
    await canLog(panel);
    method = await inputMethod(page);
    asked = await recordCalls(panel);
  });
  afterAll(() => scene?.close());
  beforeEach(() => asked());

  const note = () => panel.getByRole('textbox', { name: 'Note' });
  /** Esc has given the keys back to the page: a click on the panel takes them again. */
  async function press(key: string): Promise<void> {
    await panel.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press(key);
  }
  const chosen = () => panel.getByRole('radio', { checked: true }).getAttribute('aria-keyshortcuts');

  it.each(IN)(
    'in %s, a log’s note takes its keys, and the Enter behind them saves once',
    async (_, writing) => {
      await press('Digit1');
      await panel.getByRole('radio', { checked: true }).waitFor({ timeout: SOON_MS });
      await note().click();
      await method.write(writing);
      expect(await chosen()).toBe('1');
      await method.takes('Escape', 'Escape');
      await method.end(writing);
      expect(await note().inputValue()).toBe(writing.text);
      expect(await asked()).not.toContain('activity.log');
      await page.keyboard.press('Enter');
      await panel.getByRole('button', { name: /^Undo/ }).waitFor({ timeout: SOON_MS });
      expect((await asked()).filter((call) => call === 'activity.log')).toHaveLength(1);
      await press('KeyU');
      await shows(panel, ['0 of 60']);
      await note().fill('');
      await note().press('Escape');
    },
  );

  it('a log’s length is not taken before the Enter that is meant for it', async () => {
    await press('Digit6');
    const length = panel.getByRole('textbox', { name: 'Length (m:ss)' });
    await length.fill('');
    await length.click();
    const twelve = letters('12');
    await method.write(twelve);
    expect(await chosen()).toBe('6');
    await method.takes('Enter', 'Enter');
    expect(await length.inputValue()).toBe('12');
    await method.end(twelve);
    expect(await length.inputValue()).toBe('12');
    expect(await asked()).not.toContain('activity.log');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: /^Undo/ }).waitFor({ timeout: SOON_MS });
    await press('KeyU');
    await expect.poll(() => length.inputValue(), { timeout: SOON_MS }).toBe('12:00');
    await length.press('Escape');
  });

  it('a day and a clock in the log or for a next step save nothing by an Enter taken from them', async () => {
    await press('Digit5');
    await panel.getByRole('button', { name: 'other…' }).click();
    await panel.getByLabel(/Day$/).waitFor({ timeout: SOON_MS });
    await method.takes('Enter', 'Enter');
    await panel.getByLabel(/Time$/).focus();
    await method.takes('Digit3');
    await method.takes('Enter', 'Enter');
    expect(await chosen()).toBe('5');
    expect(await asked()).not.toContain('activity.log');
    await panel.getByLabel(/Time$/).press('Escape');
    await panel.getByRole('button', { name: 'Other day' }).click();
    await panel.getByLabel(/Day$/).fill('2099-01-05');
    await method.takes('Enter', 'Enter');
    expect(await asked()).not.toContain('nextstep.set');
    await panel.getByRole('dialog').press('Escape');
  });

  it.each(IN)(
    'in %s, a manager’s note goes by the Ctrl+Enter behind the word, never inside it',
    async (_, writing) => {
      await panel.getByRole('button', { name: 'Write a note' }).click();
      await note().click();
      await method.write(writing);
      await method.takes('Enter', 'Enter', 'ctrl');
      await method.takes('Escape', 'Escape');
      expect(await note().inputValue()).not.toBe('');
      await method.end(writing);
      expect(await note().inputValue()).toBe(writing.text);
      expect(await asked()).not.toContain('note.leave');
      await page.keyboard.press('Control+Enter');
      await panel
        .getByRole('region', { name: 'Notes' })
        .getByText(writing.text)
        .waitFor({ timeout: SOON_MS });
      expect((await asked()).filter((call) => call === 'note.leave')).toHaveLength(1);
    },
  );
});
