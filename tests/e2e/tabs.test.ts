import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  logCall,
  openPanel,
  openRecord,
  shelfText,
  shows,
  SOON_MS,
  taskWrites,
  type Desk,
} from '../support/desk.ts';
import { setScene, type Scene } from '../support/scene.ts';

const noteOf = ({ panel }: Desk) => panel.getByRole('textbox', { name: 'Note' });

describe('two tabs on the same record', () => {
  let scene: Scene;
  let one: Desk;
  let two: Desk;

  beforeAll(async () => {
    scene = await setScene();
    one = await openRecord(scene, scene.crm.state.known.deal);
    two = await openRecord(scene, scene.crm.state.known.deal);
  });
  afterAll(() => scene?.close());

  async function openLog(desk: Desk, key: 'Digit6' | 'KeyC'): Promise<void> {
    await desk.page.bringToFront();
    await desk.panel.getByRole('heading').first().click();
    await desk.panel.locator('body').press(key);
    await noteOf(desk).waitFor({ timeout: SOON_MS });
  }

  it('that both type lose neither text', async () => {
    await shows(one.panel, ['0 of 60']);
    await shows(two.panel, ['0 of 60']);
    await openLog(one, 'Digit6');
    await openLog(two, 'Digit6');
    // Into both at once: neither has heard of what the other has.
    await Promise.all([
      noteOf(one).pressSequentially('From the first tab.'),
      noteOf(two).pressSequentially('From the second tab.'),
    ]);
    await expect
      .poll(() => shelfText(scene), { timeout: SOON_MS })
      .toMatch(/From the first tab.*From the second tab|From the second tab.*From the first tab/);
  });

  it('end the log in both, and count it once', async () => {
    const texts = await Promise.all([one, two].map((desk) => noteOf(desk).inputValue()));
    // The one that was overtaken has both.
    const whole = texts.findIndex((text) => text.includes('first') && text.includes('second'));
    expect(whole).not.toBe(-1);
    await noteOf([one, two][whole]!).press('Enter');
    for (const { panel } of [one, two]) {
      await shows(panel, ['1 of 60', 'Message']);
      expect(await panel.getByRole('textbox', { name: 'Note' }).count()).toBe(0);
    }
    await expect.poll(() => taskWrites(scene).length, { timeout: SOON_MS }).toBe(1);
    expect(taskWrites(scene)[0]!.body).toMatchObject({
      Description: expect.stringMatching(/(first[^]*second|second[^]*first)/) as string,
    });
  });

  it('leave alone what the other has typed meanwhile when one of them is folded, empty as it is', async () => {
    await openLog(one, 'KeyC');
    await openLog(two, 'KeyC');
    await noteOf(two).fill('Only here.');
    await expect.poll(() => shelfText(scene), { timeout: SOON_MS }).toContain('Only here.');
    await noteOf(one).press('Escape');
    await shows(one.panel, ['Message']);
    await two.page.close();
    // Whatever the first tab did: what was typed in the second is still kept.
    await expect.poll(() => shelfText(scene), { timeout: SOON_MS }).toContain('Only here.');
  });
});

/** Going to another page of the CRM and back, with documents that are kept by the browser and with new ones. */
describe.each([
  ['and it was kept', true],
  ['and it was not kept', false],
])('back to a page that was left, %s', (_, kept) => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene({ crm: { options: { pageCache: kept } }, browser: { pageCache: kept } });
  });
  afterAll(() => scene?.close());

  it('shows its record and the progress of now', async () => {
    const { crm, browser } = scene;
    const { deal, lateDeal } = crm.state.known;
    const name = (id: string) => String(crm.state.tables.Opportunity.get(id)!.Name);
    const page = await browser.context.newPage();
    await page.goto(crm.recordUrl(deal));
    // A page with a frame of ours in it is never kept: the panel is opened only afterwards.
    await page.locator('touchline-panel').waitFor({ state: 'attached', timeout: SOON_MS });
    await page.evaluate(() => void ((globalThis as { left?: boolean }).left = true));
    await page.goto(crm.recordUrl(lateDeal));
    const other = await openPanel(browser, page);
    await shows(other, [name(lateDeal), '0 of 60']);
    await logCall(other);
    await shows(other, ['1 of 60']);

    await page.goBack({ waitUntil: 'commit' });
    await page.waitForURL(crm.recordUrl(deal), { waitUntil: 'commit' });
    expect(await page.evaluate(() => (globalThis as { left?: boolean }).left === true)).toBe(kept);
    const panel = kept ? await openPanel(browser, page) : await browser.openPanelFrame(page, SOON_MS);
    await shows(panel, [name(deal), '1 of 60'], [name(lateDeal)]);
    await page.goForward({ waitUntil: 'commit' });
    await shows(await browser.openPanelFrame(page, SOON_MS), [name(lateDeal), '1 of 60'], [name(deal)]);
  });
});
