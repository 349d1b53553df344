import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logCall, openRecord, shows, SOON_MS, taskWrites } from '../support/desk.ts';
import { setScene, type Scene } from '../support/scene.ts';

describe('a browser killed between the CRM having a call and our hearing of it', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene();
  });
  afterAll(() => scene?.close());

  // A minute: as long as an interrupted sending is left alone, because it may still be under way.
  it('finds it there and does not write it again', async () => {
    const { known } = scene.crm.state;
    const { page, panel } = await openRecord(scene, known.deal);
    await shows(panel, ['0 of 60']);
    await page.route('**/sobjects/Task', (route) => void route.fetch());
    await logCall(panel);
    await expect.poll(() => taskWrites(scene).length, { timeout: SOON_MS }).toBe(1);
    expect(taskWrites(scene)[0]).toMatchObject({ status: 201 });
    await scene.restart('killed');

    const again = await scene.browser.context.newPage();
    await again.goto(scene.crm.recordUrl(known.deal));
    const back = await scene.browser.openPanelFrame(again, SOON_MS);
    await shows(back, ['1 of 60', 'not in CRM yet']);
    await expect
      .poll(() => back.evaluate(() => document.body.innerText), { timeout: 120_000 })
      .not.toContain('not in CRM yet');
    expect(taskWrites(scene)).toHaveLength(1);
    await shows(back, ['1 of 60']);
  });
});
