/**
 * Saves pages of the practice CRM as fixtures: `node tests/lib/adapters/salesforce/capture.ts`, all of them or those
 * named. Run it again when its pages change. The expected reading beside each page comes from the CRM's data, never from our adapter.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type PracticeCrm, type PracticeOptions, startPracticeCrm } from '../../../practice-crm/server.ts';

const OUT = fileURLToPath(new URL('../../../fixtures/salesforce/', import.meta.url));
const ONLY = process.argv.slice(2);
const NOW = new Date('2026-11-10T15:00:00Z');

const browser = await chromium.launch({
  executablePath: process.env['TOUCHLINE_BROWSER'] ?? '/usr/bin/chromium',
  headless: false,
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
try {
  await captureAll(browser);
} finally {
  await browser.close();
}

async function captureAll(chrome: Browser): Promise<void> {
  for (const name of ['deal', 'lead', 'contact', 'account'] as const)
    await shoot(chrome, {}, name, async (page, crm) => open(page, crm, crm.state.known[name]));
  await shoot(chrome, { currency: 'EUR' }, 'german', async (page, crm) =>
    open(page, crm, crm.state.known.deal, '?locale=de-DE'),
  );
  await shoot(chrome, { path: 'lwc' }, 'lwc-path', async (page, crm) =>
    open(page, crm, crm.state.known.deal),
  );
  await shoot(chrome, { firstTab: 'activityTab' }, 'activity-first', async (page, crm) =>
    open(page, crm, crm.state.known.deal),
  );
  await shoot(chrome, { halfLoaded: true }, 'half-loaded', async (page, crm) => {
    await page.goto(crm.recordUrl(crm.state.known.deal));
    await page.locator('.nw-stencil').first().waitFor();
    await page.waitForTimeout(800);
  });
  await shoot(chrome, { omit: ['Amount'] }, 'no-amount', async (page, crm) =>
    open(page, crm, crm.state.known.deal),
  );
  await shoot(chrome, { markupInFields: true }, 'markup', async (page, crm) =>
    open(page, crm, crm.state.known.deal),
  );
  await shoot(chrome, { shadow: 'native' }, 'native', async (page, crm) =>
    open(page, crm, crm.state.known.deal),
  );
  await shoot(chrome, {}, 'cached', async (page, crm) => {
    await open(page, crm, crm.state.known.lateDeal);
    for (const id of [crm.state.known.account, crm.state.known.lead, crm.state.known.deal])
      await go(page, crm, id);
  });
  // The address already names another deal; its page has not come.
  await shoot(chrome, {}, 'stale', async (page, crm) => {
    await open(page, crm, crm.state.known.deal);
    await page.evaluate((href) => history.pushState({}, '', href), crm.recordUrl(crm.state.known.lateDeal));
  });
  await shoot(chrome, {}, 'looking-ahead', async (page, crm) => {
    await open(page, crm, crm.state.known.deal);
    await page.locator('.slds-is-incomplete a.slds-path__link').last().click();
  });
  await shoot(chrome, {}, 'editing', async (page, crm) => {
    await open(page, crm, crm.state.known.deal);
    const amount = page.locator('[data-target-selection-name="sfdc:RecordField.Opportunity.Amount"]');
    await amount.locator('button').click();
    await page.locator('input[name="Amount"]').fill('99999999');
  });
  await shoot(chrome, {}, 'user-menu', async (page, crm) => {
    await open(page, crm, crm.state.known.deal);
    await page.locator('button.branding-userProfile-button').click();
  });
  await shoot(chrome, {}, 'list', async (page, crm) => openList(page, crm));
  await shoot(chrome, {}, 'preview', async (page, crm) => {
    await openList(page, crm);
    await page.locator(`[data-preview="${crm.state.known.deal}"]`).click();
    await page.locator('aside records-lwc-detail-panel').waitFor();
  });
  await shoot(chrome, {}, 'new-over-deal', async (page, crm) => {
    await open(page, crm, crm.state.known.deal);
    await page.locator('[data-testid="global-new"]').click();
    await page.locator('[role=dialog]').waitFor();
  });
  await shoot(chrome, {}, 'edit-over-deal', async (page, crm) => {
    await open(page, crm, crm.state.known.deal);
    await page.locator('button[name=Edit]').filter({ visible: true }).first().click();
    await page.locator('[role=dialog]').waitFor();
    await page.evaluate(() => history.pushState({}, '', location.href.replace(/view$/, 'edit')));
    await page.evaluate(intoPanelManager);
  });
  await shoot(chrome, {}, 'new-over-list', async (page, crm) => {
    await openList(page, crm);
    await page.locator('[data-testid="global-new"]').click();
    await page.locator('[role=dialog]').waitFor();
    await page.evaluate(intoPanelManager);
  });
  // Pages as other orgs build them: without the record's id on them, known by the heads of their related lists.
  await shoot(chrome, {}, 'related-links', async (page, crm) => {
    await open(page, crm, crm.state.known.deal);
    await page.evaluate(
      (id) => {
        document.querySelector('one-record-home-flexipage2')!.removeAttribute('data-recordid');
        const card = document.createElement('lst-related-list-container');
        for (const list of ['OpportunityContactRoles', 'Quotes']) {
          const head = card.appendChild(document.createElement('a'));
          head.href = `/lightning/r/${id}/related/${list}/view`;
          head.textContent = list;
        }
        document.querySelector('.nw-side')!.append(card);
      },
      crm.state.known.deal.slice(0, 15),
    );
  });
  await shoot(chrome, {}, 'console', async (page, crm) => {
    await open(page, crm, crm.state.known.lateDeal);
    await go(page, crm, crm.state.known.deal);
    await page.evaluate(intoConsole);
  });
}

/** Puts the pages into the console's tabs (facts §2.2, §5): every left one in a section without `active`. */
function intoConsole(): void {
  const split = document.createElement('div');
  split.className = 'split-right';
  split.setAttribute('role', 'main');
  for (const host of document.querySelectorAll<HTMLElement>('.lafPageHost')) {
    const active = host.classList.contains('active');
    const section = split.appendChild(document.createElement('section'));
    section.className = `tabContent oneConsoleTab${active ? ' active' : ''}`;
    section.setAttribute('role', 'tabpanel');
    section.setAttribute('aria-expanded', String(active));
    section.style.display = active ? '' : 'none';
    host.className = 'windowViewMode-maximized active lafPageHost';
    host.style.display = '';
    section.append(host);
  }
  document.querySelector('.lafSinglePaneWindowManager')!.append(split);
}

/**
 * Puts page and dialog where Lightning has them: side by side in one container, the dialog deep in its manager (from
 * full XPaths of tests that several organisations published). Whether the page is marked hidden meanwhile is not
 * known; it is here, being the harder case.
 */
function intoPanelManager(): void {
  const app = document.querySelector('#app')!;
  const layer = document.querySelector('.nw-modal-layer')!;
  const viewport = document.createElement('div');
  viewport.className = 'viewport';
  viewport.append(...app.childNodes);
  viewport.setAttribute('aria-hidden', 'true');
  app.removeAttribute('aria-hidden');
  const manager = document.createElement('div');
  manager.className = 'DESKTOP uiContainerManager';
  let inner: Element = manager;
  for (const [className, role] of [
    ['DESKTOP uiModal--medium uiModal--recordActionWrapper uiModal forceModal open active', ''],
    ['panel slds-modal slds-fade-in-open', 'dialog'],
    ['modal-container slds-modal__container', 'document'],
    ['modal-body scrollable slds-modal__content slds-p-around--medium', ''],
    ['windowViewMode-normal oneRecordActionWrapper isModal active lafPageHost', ''],
  ] as const) {
    inner = inner.appendChild(document.createElement('div'));
    inner.className = className;
    if (role !== '') inner.setAttribute('role', role);
  }
  inner.append(document.querySelector('records-modal-lwc-detail-panel-wrapper')!);
  app.append(viewport, manager);
  layer.remove();
}

async function open(page: Page, crm: PracticeCrm, id: string, query = ''): Promise<void> {
  await page.goto(crm.recordUrl(id) + query);
  await settled(page, id);
}

/** As a click on a link goes: the address first, the page after. */
async function go(page: Page, crm: PracticeCrm, id: string): Promise<void> {
  await page.evaluate(
    (href) => {
      const link = document.querySelector('#app')!.appendChild(document.createElement('a'));
      link.href = href;
      link.click();
      link.remove();
    },
    new URL(crm.recordUrl(id)).pathname,
  );
  await settled(page, id);
}

async function settled(page: Page, id: string): Promise<void> {
  await page.locator(`.active one-record-home-flexipage2[data-recordid="${id}"]`).waitFor();
  await page.waitForTimeout(900);
}

async function openList(page: Page, crm: PracticeCrm): Promise<void> {
  await page.goto(`${crm.url}/lightning/o/Opportunity/list?filterName=MyOpportunities`);
  await page.locator('[data-preview]').first().waitFor();
}

async function shoot(
  chrome: Browser,
  options: Partial<PracticeOptions>,
  name: string,
  scene: (page: Page, crm: PracticeCrm) => Promise<void>,
): Promise<void> {
  if (ONLY.length > 0 && !ONLY.includes(name)) return;
  const crm = await startPracticeCrm({ now: NOW, options: { renderDelayMs: 5, ...options } });
  const context = await chrome.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await scene(page, crm);
  const html = await page.evaluate(snapshot);
  const url = page.url().replace(crm.url, 'https://northwind.example');
  await writeFile(`${OUT}${name}.html`, `${html.replaceAll(crm.url, 'https://northwind.example')}\n`);
  await writeFile(`${OUT}${name}.json`, `${JSON.stringify({ url, expected: truth(crm) }, null, 2)}\n`);
  console.log(name, html.length);
  await context.close();
  await crm.close();
}

/** The document with shadow roots as templates; what style sheets hide is hidden inline, as none come along. */
function snapshot(): string {
  const roots: ShadowRoot[] = [];
  const visit = (root: Document | ShadowRoot): void => {
    for (const node of root.querySelectorAll('*')) {
      if (node instanceof HTMLElement && getComputedStyle(node).display === 'none' && node.closest('body'))
        node.style.display = 'none';
      if (node instanceof HTMLInputElement) node.setAttribute('value', node.value);
      if (node.shadowRoot) {
        roots.push(node.shadowRoot);
        visit(node.shadowRoot);
      }
    }
  };
  visit(document);
  for (const node of document.querySelectorAll('script, link')) node.remove();
  const { lang } = document.documentElement;
  return `<!doctype html>\n<html lang="${lang}">${document.documentElement.getHTML({ shadowRoots: roots })}</html>`;
}

/** What the CRM's own tables say of the records that pages show. */
function truth(crm: PracticeCrm): unknown {
  const { known, tables, orgId } = crm.state;
  const pick = (table: 'Opportunity' | 'Lead' | 'Contact' | 'Account', id: string): unknown =>
    tables[table].get(id);
  return {
    orgId,
    me: { remoteId: known.me, name: tables.User.get(known.me)?.['Name'] },
    deal: pick('Opportunity', known.deal),
    lateDeal: pick('Opportunity', known.lateDeal),
    lead: pick('Lead', known.lead),
    contact: pick('Contact', known.contact),
    account: pick('Account', known.account),
  };
}
