/**
 * Saves pages of a real Tryton as fixtures: `node tests/support/tryton/capture.ts`. Run it again when Tryton's web
 * client changes. The expected reading beside each page comes from Tryton's API, never from our adapter.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { type SeedKey, startTryton, type Tryton } from './server.ts';
import { materialise } from './materialise.ts';
import { openOpportunity, signInToWebClient } from './web-client.ts';

const OUT = fileURLToPath(new URL('../../fixtures/tryton/', import.meta.url));

const tryton = await startTryton({ log: console.log });
if ('skipped' in tryton) {
  console.error(tryton.skipped);
  process.exit(1);
}
const browser = await chromium.launch({
  executablePath: process.env['TOUCHLINE_BROWSER'] ?? '/usr/bin/chromium',
  headless: false,
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
try {
  await captureAll(tryton);
} finally {
  await browser.close();
  await tryton.close();
}

async function captureAll(crm: Tryton): Promise<void> {
  const admin = await signedIn(crm, 'admin', 'platform');
  await save(crm, admin, 'opportunity-open', 'platform');
  await openOpportunity(admin, crm, crm.opportunities.renewal.id);
  await settled(admin, crm, 'renewal');
  await save(crm, admin, 'two-tabs', 'renewal');

  const awkward = await signedIn(crm, 'admin', 'awkward');
  await save(crm, awkward, 'awkward', 'awkward');
  const won = await signedIn(crm, 'admin', 'won');
  await save(crm, won, 'won', 'won');
  const kim = await signedIn(crm, 'kim', 'others');
  await save(crm, kim, 'german', 'others');

  // Half loaded: the form stands, its values have not come. Tryton shows its first state meanwhile.
  const half = await signedIn(crm, 'admin', 'platform');
  await half.route(`**/${crm.db}/`, async (route) => {
    const reading = route.request().postData()?.includes('"model.sale.opportunity.read"') === true;
    if (!reading) await route.continue();
  });
  await half.evaluate(
    (hash) => (location.hash = hash),
    `#${crm.db}/model/sale.opportunity/${crm.opportunities.renewal.id}`,
  );
  await half.locator('#tabcontent > .tab-pane.active .form input[name=number]').waitFor();
  await half.waitForTimeout(500);
  await saveAs(half, crm, 'half-loaded', null);

  const list = await signedIn(crm, 'admin', 'platform');
  await listFromMenu(list);
  await saveAs(list, crm, 'list', null);

  // The same list, then a record opened in it: the address carries the list's filter behind the record.
  await list.locator('#tabcontent > .tab-pane.active tbody tr').first().click();
  await list.locator('#tabcontent > .tab-pane.active button#switch_').click();
  await list.waitForFunction(() => /sale\.opportunity\/\d+/.test(location.hash));
  await list.locator('#tabcontent > .tab-pane.active .form input[name=number]').waitFor();
  await list.waitForTimeout(700);
  const id = Number(/sale\.opportunity\/(\d+)/.exec(list.url())?.[1]);
  const key = (Object.keys(crm.opportunities) as SeedKey[]).find((name) => crm.opportunities[name].id === id);
  if (key === undefined) throw new Error(`The list opened opportunity ${id}, which nobody seeded`);
  await save(crm, list, 'from-list', key);

  const party = await signedIn(crm, 'admin', 'platform');
  const partyId = crm.opportunities.platform.partyId;
  await party.evaluate((hash) => (location.hash = hash), `#${crm.db}/model/party.party/${partyId}`);
  await party.locator('#tabcontent > .tab-pane.active .form input[name=city]').waitFor();
  await party.waitForFunction(
    () =>
      document.querySelector<HTMLInputElement>('#tabcontent > .tab-pane.active input[name=code]')?.value !==
      '',
  );
  await party.waitForTimeout(700);
  await saveAs(party, crm, 'party', {
    object: 'account',
    api: 'party.party',
    remoteId: String(partyId),
    name: crm.opportunities.platform.party,
  });
  // Somebody looks up the customer in a dialog over the deal: its inputs are visible too.
  const dialog = await signedIn(crm, 'admin', 'platform');
  await dialog.locator('#tabcontent > .tab-pane.active input[name=party] ~ .icon-primary').click();
  await dialog.locator('.modal-dialog input[name=code]:visible').waitFor();
  await dialog.waitForTimeout(700);
  await save(crm, dialog, 'dialog-over', 'platform');
}

async function signedIn(crm: Tryton, login: 'admin' | 'kim', key: SeedKey): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'en-US' });
  const page = await context.newPage();
  await signInToWebClient(page, crm, login, `model/sale.opportunity/${crm.opportunities[key].id}`);
  await settled(page, crm, key);
  return page;
}

async function settled(page: Page, crm: Tryton, key: SeedKey): Promise<void> {
  await page.waitForFunction(
    (number) =>
      document.querySelector<HTMLInputElement>('#tabcontent > .tab-pane.active .form input[name=number]')
        ?.value === number,
    crm.opportunities[key].number,
  );
  await page.waitForTimeout(500);
}

/** Sales → Opportunities, as a person goes: this way the address carries the tabs' filters. */
async function listFromMenu(page: Page): Promise<void> {
  const row = (label: string) =>
    page.locator('#menu tr').filter({ has: page.getByText(label, { exact: true }) });
  await row('Sales').first().locator('.expander').click();
  await row('Leads and Opportunities').locator('.column-char').dblclick();
  await page.waitForFunction(
    () => /model\/sale\.opportunity;/.test(location.hash) && location.hash.includes('tab_domain'),
  );
  await page.locator('#tabcontent > .tab-pane.active tbody tr').first().waitFor();
  await page.waitForTimeout(500);
}

async function save(crm: Tryton, page: Page, name: string, key: SeedKey): Promise<void> {
  const { id, description, amount, currency, endDate, state, employee, party } = crm.opportunities[key];
  const object = 'deal';
  const expected = {
    object,
    api: 'sale.opportunity',
    remoteId: String(id),
    description,
    amount,
    currency,
    endDate,
    state,
    employee,
    party,
  };
  await saveAs(page, crm, name, expected);
}

async function saveAs(page: Page, crm: Tryton, name: string, expected: object | null): Promise<void> {
  const html = await page.evaluate(materialise);
  const scrub = (text: string) =>
    text.replaceAll(new URL(crm.url).host, 'tryton.example').replaceAll('http://tryton', 'https://tryton');
  const url = scrub(page.url());
  await writeFile(`${OUT}${name}.html`, `<!doctype html>\n${scrub(html)}\n`);
  await writeFile(`${OUT}${name}.json`, `${JSON.stringify({ url, tryton: '6.0', expected }, null, 2)}\n`);
  console.log(name, url, html.length);
}
