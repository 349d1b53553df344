import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logCall, openRecord, shows, SOON_MS, taskWrites, textOf, type Desk } from '../support/desk.ts';
import { setScene, type Scene } from '../support/scene.ts';

/** One deal, from page to progress: what the panel is for, on the built extension in a real browser. */
describe('a deal on the practice CRM', () => {
  let scene: Scene;
  let desk: Desk;

  beforeAll(async () => {
    scene = await setScene();
    desk = await openRecord(scene, scene.crm.state.known.deal);
  });
  afterAll(() => scene?.close());

  it('shows name, amount and close date of the record', async () => {
    const row = scene.crm.state.tables.Opportunity.get(scene.crm.state.known.deal)!;
    await desk.panel
      .getByRole('heading', { name: String(row.Name), exact: true })
      .waitFor({ timeout: SOON_MS });
    await shows(desk.panel, ['$48,000', dayInWords(String(row.CloseDate))]);
  });

  it('shows one idea about it and the goals beside it', async () => {
    await desk.panel.getByRole('region', { name: 'Prompt' }).waitFor({ timeout: SOON_MS });
    await shows(desk.panel, ['of 60']);
  });

  it('takes a call back within its ten seconds and leaves nothing behind', async () => {
    const { panel } = desk;
    await shows(panel, ['0 of 60']);
    await logCall(panel);
    await shows(panel, ['1 of 60']);
    await panel.locator('body').press('KeyU');
    await shows(panel, ['0 of 60']);
    // The log comes back open with what was chosen, so that a slip is corrected instead of typed again.
    await panel.getByRole('radio', { name: /No answer/, checked: true }).waitFor({ timeout: SOON_MS });
  });

  it('logs a call with two keys and moves the progress', async () => {
    await logCall(desk.panel, '2');
    await shows(desk.panel, ['1 of 60']);
  });

  it('writes the call into the CRM once, after its ten seconds, and never the one taken back', async () => {
    expect(taskWrites(scene)).toEqual([]);
    await expect.poll(() => taskWrites(scene).length, { timeout: SOON_MS }).toBe(1);
    const [write] = taskWrites(scene);
    expect(write).toMatchObject({ status: 201, userId: scene.crm.state.known.me });
    expect(write!.body).toMatchObject({ WhatId: scene.crm.state.known.deal, TaskSubtype: 'Call' });
    await expect.poll(() => textOf(desk.panel), { timeout: SOON_MS }).not.toContain('not in CRM yet');
    expect(taskWrites(scene)).toHaveLength(1);
  });

  it('keeps a note on the record and shows it', async () => {
    const { panel } = desk;
    await panel.getByRole('button', { name: 'Write a note' }).click();
    await panel.getByRole('textbox', { name: 'Note' }).fill('Ask for the plan backwards from go-live.');
    await panel.getByRole('button', { name: 'Leave note' }).click();
    await panel
      .getByRole('region', { name: 'Notes' })
      .getByText('Ask for the plan backwards from go-live.')
      .waitFor({ timeout: SOON_MS });
  });
});

describe('the same in Korean', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene({ seed: { language: 'ko', role: 'sdr' } });
  });
  afterAll(() => scene?.close());

  it('speaks Korean, whatever language browser and CRM have', async () => {
    const { panel } = await openRecord(scene, scene.crm.state.known.deal);
    await shows(panel, ['다음 할 일', '통화', '메시지'], ['Next step', 'Message', 'Call']);
    await panel.locator('body').press('Digit1');
    await shows(panel, ['부재', '문자 남김', '미팅 확정'], ['No answer']);
    expect(await panel.evaluate(() => document.documentElement.lang)).toBe('ko');
  });
});

/** "9 Dec": a close date of this year or the next weeks, as the panel writes it. */
function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
