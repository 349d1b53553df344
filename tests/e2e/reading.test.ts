import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { removeRow } from '../practice-crm/data/store.ts';
import type { Locale, PracticeOptions, Row } from '../practice-crm/types.ts';
import { followLink, openPanel, shows, SOON_MS, taskWrites } from '../support/desk.ts';
import { tooTall } from '../support/room.ts';
import { setScene, type Scene } from '../support/scene.ts';

/** The record's line, its stage left out: amount, then close date. */
function lineOf(panel: Frame): Promise<string> {
  return panel.evaluate(() => {
    const line = document.querySelector('header p')?.textContent ?? '';
    return line.split(' · ').slice(1).join(' · ');
  });
}

interface Shown {
  readonly locale: Locale;
  readonly amount: number | null;
  readonly money?: PracticeOptions['money'];
  /** When it was created decides how the page's dates with slashes are read, or decides nothing. */
  readonly created: string;
  /** What the panel says, the page alone being read. */
  readonly says: string;
}

const DECIDES = '2026-08-28T15:00:00.000Z';
const DECIDES_NOTHING = '2026-08-05T15:00:00.000Z';
const CLOSE = '2031-03-04';

/** Every way a page writes 4 March 2031, and money: right, or as the page has it, or missing. Never something else. */
const PAGES: readonly Shown[] = [
  { locale: 'en-US', amount: 48_250.5, created: DECIDES, says: '48,250.50 · 4 Mar 2031' },
  { locale: 'en-US', amount: 48_000, created: DECIDES_NOTHING, says: '48,000 · 3/4/2031' },
  { locale: 'de-DE', amount: 1_234.5, created: DECIDES, says: '1,234.50 · 4 Mar 2031' },
  { locale: 'ko-KR', amount: 48_000, created: DECIDES_NOTHING, says: '$48,000 · 4 Mar 2031' },
  { locale: 'fr-FR', amount: 17_000, created: DECIDES, says: '$17,000 · 4 Mar 2031' },
  { locale: 'fr-FR', amount: 17_000, created: DECIDES_NOTHING, says: '$17,000 · 04/03/2031' },
  { locale: 'en-US', amount: null, created: DECIDES, says: 'amount missing · 4 Mar 2031' },
  { locale: 'de-DE', amount: null, created: DECIDES, says: 'amount missing · 4 Mar 2031' },
  { locale: 'en-US', amount: 48_000, money: 'bare', created: DECIDES, says: '48,000 · 4 Mar 2031' },
  // Nothing here says whether a point groups or divides.
  { locale: 'de-DE', amount: 50_000, money: 'compact', created: DECIDES, says: '50.000 $ · 4 Mar 2031' },
  { locale: 'en-US', amount: 48_250, money: 'compact', created: DECIDES, says: 'about 48,000 · 4 Mar 2031' },
  { locale: 'ko-KR', amount: 17_800, money: 'compact', created: DECIDES, says: 'about $18,000 · 4 Mar 2031' },
];

class Deals {
  readonly #rows: Row[];

  constructor({ crm }: Scene) {
    const { me, deal } = crm.state.known;
    this.#rows = [...crm.state.tables.Opportunity.values()].filter(
      (row) => row['OwnerId'] === me && row['IsClosed'] === false && row.Id !== deal,
    );
  }

  /** A deal of mine that nobody has looked at: what was read once is known afterwards. */
  next(): Row {
    const row = this.#rows.shift();
    if (row === undefined) throw new Error('no deal is left');
    return row;
  }
}

describe('a page alone, without its API', () => {
  let scene: Scene;
  let page: Page;
  let deals: Deals;

  beforeAll(async () => {
    scene = await setScene({ crm: { options: { api: false, renderDelayMs: 20 } } });
    page = await scene.browser.context.newPage();
    deals = new Deals(scene);
  });
  afterAll(() => scene?.close());

  it.each(PAGES.map((one) => [one.locale, one.says, one] as const))(
    'in %s is said to be “%s”',
    async (_, __, { locale, amount, money, created, says }) => {
      const { crm } = scene;
      const row = deals.next();
      Object.assign(row, { Amount: amount, CloseDate: CLOSE, CreatedDate: created });
      crm.setOptions({ money: money ?? 'full' });
      await page.goto(`${crm.recordUrl(row.Id)}?locale=${locale}`);
      const panel = await openPanel(scene.browser, page);
      await panel.getByRole('heading', { level: 1, name: String(row['Name']) }).waitFor({ timeout: SOON_MS });
      await expect.poll(() => lineOf(panel), { timeout: SOON_MS }).toBe(says);
    },
  );

  it('in a console never shows what stands in the document behind another tab', async () => {
    const { crm } = scene;
    const [front, behind] = [deals.next(), deals.next()];
    Object.assign(behind, { Amount: 77_777, CloseDate: '2031-07-07', Name: 'Behind – seven' });
    Object.assign(front, { Amount: null, CloseDate: CLOSE, Name: 'In front – nothing' });
    crm.setOptions({ app: 'console', money: 'full', renderDelayMs: 250 });
    await page.goto(`${crm.recordUrl(behind.Id)}?locale=ko-KR`);
    const panel = await openPanel(scene.browser, page);
    await shows(panel, ['Behind – seven', '$77,777', '7 Jul 2031']);
    const seen = await watchHead(panel);
    await followLink(page, crm.recordUrl(front.Id));
    await shows(panel, ['In front – nothing', 'amount missing', '4 Mar 2031'], ['77,777', '7 Jul']);
    // Both are there: the one behind is hidden by its tab alone.
    expect(await page.locator('one-record-home-flexipage2').count()).toBe(2);
    await page.getByRole('tab', { name: 'Behind – seven' }).click();
    await shows(panel, ['Behind – seven', '$77,777'], ['4 Mar 2031']);
    const mixed = (await seen()).filter(
      (head) =>
        (head.includes('In front') && /77,777|7 Jul/.test(head)) ||
        (head.includes('Behind') && /missing|4 Mar/.test(head)),
    );
    expect(mixed).toEqual([]);
    crm.setOptions({ app: 'standard', renderDelayMs: 20 });
  });

  it('whose record vanishes mid-read goes on with the call that was being logged, and says so', async () => {
    const { crm } = scene;
    const row = deals.next();
    crm.setOptions({ vanish: row.Id, renderDelayMs: 600 });
    await page.setViewportSize({ width: 1280, height: 584 });
    await page.goto(`${crm.recordUrl(row.Id)}?locale=en-US`);
    const panel = await openPanel(scene.browser, page);
    await panel.getByRole('button', { name: /^Call/ }).first().waitFor({ timeout: SOON_MS });
    await page.keyboard.press('Digit1');
    const note = panel.getByRole('textbox', { name: 'Note' });
    await note.click();
    await page.keyboard.type('Gone while ');
    // Its height in the panel: the page's own scroll bar goes with the record.
    const place = async () => (await note.boundingBox())?.y;
    const before = await place();
    await page.getByRole('alert').filter({ visible: true }).waitFor({ timeout: SOON_MS });
    await page.keyboard.type('we spoke');
    await shows(panel, ['This page cannot be read', String(row['Name'])]);
    expect(await note.inputValue()).toBe('Gone while we spoke');
    expect(await place()).toBe(before);
    expect(await tooTall(panel)).toBe(0);
    await page.keyboard.press('Enter');
    await shows(panel, ['1 of 60']);
    crm.setOptions({ vanish: null, renderDelayMs: 20 });
  });

  it('of a record that is not there shows nothing of the one before', async () => {
    const { crm } = scene;
    const [there, gone] = [deals.next(), deals.next()];
    await page.goto(crm.recordUrl(there.Id));
    const panel = await openPanel(scene.browser, page);
    await shows(panel, [String(there['Name'])]);
    removeRow(crm.state, 'Opportunity', gone.Id);
    await followLink(page, crm.recordUrl(gone.Id));
    await page.getByRole('alert').filter({ visible: true }).waitFor({ timeout: SOON_MS });
    await shows(panel, ['The page is still loading'], [String(there['Name']), String(gone['Name'])]);
  });
});

describe('a page with its API', () => {
  let scene: Scene;
  let page: Page;
  let deals: Deals;
  let lost: string;

  beforeAll(async () => {
    scene = await setScene({ crm: { options: { renderDelayMs: 20 } } });
    page = await scene.browser.context.newPage();
    deals = new Deals(scene);
  });
  afterAll(() => scene?.close());

  it('of a record deleted while it was open goes on taking the call', async () => {
    const { crm } = scene;
    const row = deals.next();
    lost = String(row['Name']);
    await page.goto(`${crm.recordUrl(row.Id)}?locale=en-US`);
    const panel = await openPanel(scene.browser, page);
    await shows(panel, [lost, '0 of 60']);
    removeRow(crm.state, 'Opportunity', row.Id);
    await page.keyboard.press('Digit1');
    await page.keyboard.press('Enter');
    await shows(panel, ['1 of 60']);
  });

  it.each<[Locale, PracticeOptions['money']]>([
    ['en-US', 'compact'],
    ['de-DE', 'full'],
    ['ko-KR', 'compact'],
    ['fr-FR', 'bare'],
  ])('in %s is exact, also where it shows %s amounts', async (locale, money) => {
    const { crm } = scene;
    const row = deals.next();
    Object.assign(row, { Amount: 48_250.5, CloseDate: CLOSE, CreatedDate: DECIDES_NOTHING });
    crm.setOptions({ money });
    await page.goto(`${crm.recordUrl(row.Id)}?locale=${locale}`);
    const panel = await openPanel(scene.browser, page);
    await panel.getByRole('heading', { level: 1, name: String(row['Name']) }).waitFor({ timeout: SOON_MS });
    await expect.poll(() => lineOf(panel), { timeout: SOON_MS }).toBe('$48,250.50 · 4 Mar 2031');
  });

  // Last: its ten seconds are over by now.
  it('of that deleted record says why the call is not in the CRM, and keeps it', async () => {
    await expect.poll(() => taskWrites(scene).length, { timeout: 90_000 }).toBe(1);
    expect(taskWrites(scene)[0]!.status).toBe(400);
    const panel = await scene.browser.openPanelFrame(page, SOON_MS);
    await panel.getByRole('button', { name: /not in CRM yet/ }).click();
    await shows(panel, [lost, 'entity is deleted', '1 of 60']);
  });
});

/** From now on everything the head of the panel ever shows is kept. */
async function watchHead(panel: Frame): Promise<() => Promise<string[]>> {
  await panel.evaluate(() => {
    const heads: string[] = [];
    const look = () => heads.push(document.querySelector('header')?.textContent ?? '');
    (globalThis as unknown as { heads: string[] }).heads = heads;
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return () => panel.evaluate(() => (globalThis as unknown as { heads: string[] }).heads);
}
