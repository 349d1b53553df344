import type { Page } from 'playwright-core';
import type { Tryton } from './server.ts';

/** Opens `#crm/<hash>` in Tryton's web client and signs in through its two dialogs. */
export async function signInToWebClient(
  page: Page,
  tryton: Tryton,
  login: 'admin' | 'kim',
  hash = '',
): Promise<void> {
  await page.goto(`${tryton.url}#${tryton.db}${hash === '' ? '' : `/${hash}`}`);
  // Until the server has said which databases there are, Enter is swallowed.
  await page.waitForFunction(
    (db) => [...document.querySelectorAll<HTMLInputElement>('#database')].some((field) => field.value === db),
    tryton.db,
  );
  await page.locator('.modal-dialog input#login').fill(login);
  await page.locator('.modal-dialog input#login').press('Enter');
  // The password is asked for in a second dialog; the first one stays in the page, hidden.
  await page.locator('.modal-dialog input[type=password]').fill(tryton.password);
  await page.locator('.modal-dialog input[type=password]').press('Enter');
  await page.locator('#user-logout').waitFor();
  await page.locator('#menu tr, #menu .treeview').first().waitFor();
}

/** Goes to a record of `sale.opportunity` by address, as a bookmark would, and waits for its form. */
export async function openOpportunity(page: Page, tryton: Tryton, id: number): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${tryton.db}/model/sale.opportunity/${id}`);
  await page.waitForFunction(
    (path) => location.hash.startsWith(path),
    `#${tryton.db}/model/sale.opportunity/${id}`,
  );
  await page.locator('#tabcontent > .tab-pane.active .form input[name=description]').waitFor();
}
