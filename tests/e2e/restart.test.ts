import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecord, shelfText, shows, SOON_MS, taskWrites } from '../support/desk.ts';
import { setScene, type Scene } from '../support/scene.ts';

const TEXT = 'Wants the plan by Friday.';

/** The browser is killed between any two steps of a log, and once more closed as a person does it. */
describe('a browser that goes and comes again', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene();
  });
  afterAll(() => scene?.close());

  it('after the panel was opened has it open', async () => {
    const { panel } = await openRecord(scene, scene.crm.state.known.deal);
    await shows(panel, ['0 of 60']);
    await expect.poll(() => shelfText(scene), { timeout: SOON_MS }).toContain('"open":true');
    await shows(await cameBack('killed'), ['0 of 60', 'Call']);
  });

  it('after an outcome was chosen has it chosen', async () => {
    const panel = await now();
    // It came back by itself and has not taken the keys from the page: a click gives them to it.
    await panel.getByRole('heading').first().click();
    await panel.locator('body').press('Digit6');
    await expect.poll(() => shelfText(scene), { timeout: SOON_MS }).toContain('"outcome":"talked"');
    const again = await cameBack('killed');
    await again.getByRole('radio', { name: /Talked/, checked: true }).waitFor({ timeout: SOON_MS });
  });

  it('while a note is typed has what was kept of it, and goes on from there', async () => {
    const note = (await now()).getByRole('textbox', { name: 'Note' });
    await note.fill(TEXT);
    await expect.poll(() => shelfText(scene), { timeout: SOON_MS }).toContain(TEXT);
    await note.press('End');
    await note.pressSequentially(' And');
    const again = (await cameBack('killed')).getByRole('textbox', { name: 'Note' });
    // The last fifth of a second is all that may be gone.
    await expect.poll(() => again.inputValue(), { timeout: SOON_MS }).toMatch(new RegExp(`^${TEXT}`));
    await again.fill(TEXT);
  });

  it('within the ten seconds after a save has it saved, once, and nothing left to save', async () => {
    const panel = await now();
    await panel.getByRole('textbox', { name: 'Note' }).press('Enter');
    await panel.getByRole('button', { name: /^Undo/ }).waitFor({ timeout: SOON_MS });
    const again = await cameBack('killed');
    await shows(again, ['1 of 60', 'Message']);
    expect(await again.getByRole('textbox', { name: 'Note' }).count()).toBe(0);
    expect(await shelfText(scene)).not.toContain(TEXT);
  });

  it('sends what was saved before, once', async () => {
    await expect.poll(() => taskWrites(scene).length, { timeout: SOON_MS }).toBe(1);
    await shows(await now(), ['1 of 60'], ['not in CRM yet']);
    expect(taskWrites(scene)[0]).toMatchObject({
      body: { Description: expect.stringContaining(TEXT) as string, WhatId: scene.crm.state.known.deal },
    });
  });

  it('after that sends nothing again, killed or closed', async () => {
    for (const how of ['killed', 'closed'] as const)
      await shows(await cameBack(how), ['1 of 60'], ['2 of 60', 'not in CRM yet']);
    expect(taskWrites(scene)).toHaveLength(1);
  });

  /** The panel as it stands, without anybody having opened it. */
  async function now(): Promise<Frame> {
    return scene.browser.openPanelFrame(scene.browser.context.pages().at(-1)!, SOON_MS);
  }

  async function cameBack(how: 'killed' | 'closed'): Promise<Frame> {
    await scene.restart(how);
    const page = await scene.browser.context.newPage();
    await page.goto(scene.crm.recordUrl(scene.crm.state.known.deal));
    return now();
  }
});
