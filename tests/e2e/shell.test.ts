import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { SOON_MS, shows, tellShell, textOf } from '../support/desk.ts';
import { setScene, type Scene } from '../support/scene.ts';

interface Node {
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the tab or the frame stands. Only the browser's protocol sees into a closed root; null when not shown. */
async function boxOf(page: Page, name: 'BUTTON' | 'IFRAME'): Promise<Box | null> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
    const host = find(root, 'TOUCHLINE-PANEL');
    const node = host && find(host, name);
    if (!node) return null;
    const { backendNodeId } = node;
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId }).catch(() => ({ model: null }));
    if (!model) return null;
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    return { left, top, right, bottom };
  } finally {
    await session.detach();
  }
}

function find(node: Node, name: string): Node | null {
  if (node.nodeName === name) return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = find(child, name);
    if (found) return found;
  }
  return null;
}

async function middleOf(page: Page): Promise<readonly [number, number]> {
  const box = await boxOf(page, 'BUTTON');
  if (!box) throw new Error('the tab is not shown');
  return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
}

const isOpen = (page: Page) => page.locator('touchline-panel[data-open]').count();
/** Where the window ends to the right: before its scroll bar. */
const edge = (page: Page) => page.evaluate(() => document.documentElement.clientWidth);
const hasKeys = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

describe('the tab and the frame in a page', () => {
  let scene: Scene;
  let page: Page;

  beforeAll(async () => {
    scene = await setScene();
  });
  afterAll(() => scene?.close());
  beforeEach(async () => {
    page = await scene.browser.context.newPage();
    await load();
  });
  afterEach(async () => {
    await page.bringToFront();
    await tellShell(scene.browser, 'close');
    await page.close();
  });

  async function load(): Promise<void> {
    await page.goto(scene.crm.recordUrl(scene.crm.state.known.deal));
    await page.locator('touchline-panel').waitFor({ state: 'attached', timeout: SOON_MS });
    await page.locator('[data-output-element-id]').first().waitFor({ timeout: SOON_MS });
  }
  const panelIn = () => scene.browser.openPanelFrame(page, SOON_MS);
  const opens = () => expect.poll(() => isOpen(page), { timeout: SOON_MS }).toBe(1);
  const folds = () => expect.poll(() => isOpen(page), { timeout: SOON_MS }).toBe(0);

  async function drag(x: number, y: number): Promise<void> {
    await page.mouse.move(...(await middleOf(page)));
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 5 });
    await page.mouse.up();
  }

  it('opens at a click, which the page does not hear of, and gives the field its keys back', async () => {
    await page.evaluate(() => {
      const heard: string[] = [];
      (globalThis as unknown as { heard: string[] }).heard = heard;
      for (const type of ['pointerdown', 'mousedown', 'click', 'focusin'])
        document.addEventListener(type, (event) => heard.push(event.type), { capture: true });
      const field = document.body.appendChild(document.createElement('input'));
      field.id = 'typing-here';
      field.focus();
      heard.length = 0;
    });
    await page.mouse.click(...(await middleOf(page)));
    await opens();
    expect(await boxOf(page, 'BUTTON')).toBeNull();
    const panel = await panelIn();
    await panel.getByRole('button', { name: 'Fold to the strip' }).click();
    await folds();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('typing-here');
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    expect(heard.filter((type) => type !== 'focusin')).toEqual([]);
  });

  it('is reached with the keyboard, opens at Enter and has the keys again afterwards', async () => {
    await page.evaluate(() => {
      const last = document.body.appendChild(document.createElement('button'));
      last.textContent = 'The last thing of the page';
      last.focus();
    });
    await page.keyboard.press('Tab');
    expect(await hasKeys(page)).toBe('TOUCHLINE-PANEL');
    // "n" is the page's key for a new deal, "/" for its search.
    await page.keyboard.press('n');
    expect(new URL(page.url()).pathname).toContain('/lightning/r/');
    await page.keyboard.press('Enter');
    await opens();
    const panel = await panelIn();
    await panel.getByRole('button', { name: 'Fold to the strip' }).press('Enter');
    await folds();
    expect(await hasKeys(page)).toBe('TOUCHLINE-PANEL');
    await page.keyboard.press('Space');
    await opens();
  });

  it('is moved by arrow keys too, and opens by a key after it was dragged', async () => {
    const [x, y] = await middleOf(page);
    await drag(x, y - 100);
    await page.evaluate(() => {
      const last = document.body.appendChild(document.createElement('button'));
      last.focus();
    });
    await page.keyboard.press('Tab');
    const before = (await boxOf(page, 'BUTTON'))!;
    await page.keyboard.press('ArrowDown');
    const lower = (await boxOf(page, 'BUTTON'))!;
    expect(lower.top).toBeGreaterThan(before.top);
    await page.keyboard.press('ArrowLeft');
    expect((await boxOf(page, 'BUTTON'))!.left).toBe(0);
    await page.keyboard.press('ArrowRight');
    expect((await boxOf(page, 'BUTTON'))!.right).toBe(await edge(page));
    await page.keyboard.press('Enter');
    await opens();
  });

  it('stays where it was dragged, after a reload and on the other side, and inside a window made smaller', async () => {
    await drag(60, 700);
    expect(await isOpen(page)).toBe(0);
    const put = (await boxOf(page, 'BUTTON'))!;
    expect(put.left).toBe(0);
    expect(put.top).toBeGreaterThan(600);
    await load();
    expect(await boxOf(page, 'BUTTON')).toEqual(put);
    for (const [width, height] of [
      [800, 600],
      // 200 % and more of 800 × 600: half the pixels.
      [400, 300],
      [320, 100],
    ] as const) {
      await page.setViewportSize({ width, height });
      const box = (await boxOf(page, 'BUTTON'))!;
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.bottom).toBeLessThanOrEqual(height);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await drag(1200, -300);
    expect(await boxOf(page, 'BUTTON')).toMatchObject({ top: 0, right: await edge(page) });
    await drag(1200, 2000);
    expect(await boxOf(page, 'BUTTON')).toMatchObject({ bottom: 800, right: await edge(page) });
    await drag(1260, 240);
  });

  it('is never larger than the window, in pages written from right to left as well', async () => {
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    const tab = (await boxOf(page, 'BUTTON'))!;
    expect(tab.right).toBe(await edge(page));
    await page.mouse.click(...(await middleOf(page)));
    await opens();
    for (const [width, height] of [
      [1280, 800],
      [800, 600],
      [400, 300],
      [320, 256],
    ] as const) {
      await page.setViewportSize({ width, height });
      const box = (await boxOf(page, 'IFRAME'))!;
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(width);
      expect(box.bottom).toBeLessThanOrEqual(height);
    }
  });

  it('stands once, and works, when the script was put in twice', async () => {
    const worker = await scene.browser.background();
    await page.bringToFront();
    await worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: { query(about: object): Promise<{ id: number }[]> };
          scripting: { executeScript(what: object): Promise<unknown> };
        };
      };
      const [tab] = await chrome.tabs.query({ active: true });
      for (let time = 0; time < 2; time += 1)
        await chrome.scripting.executeScript({
          target: { tabId: tab!.id },
          files: ['content-scripts/salesforce.js'],
        });
    });
    await expect.poll(() => boxOf(page, 'BUTTON'), { timeout: SOON_MS }).not.toBeNull();
    expect(await page.locator('touchline-panel').count()).toBe(1);
    await page.mouse.click(...(await middleOf(page)));
    await opens();
    await shows(await panelIn(), ['0 of 60']);
    expect(await page.locator('touchline-panel').count()).toBe(1);
  });

  it('comes back when the page takes it away, alone or with a dialog it had moved into', async () => {
    await page.evaluate(() => document.querySelector('touchline-panel')!.remove());
    await expect.poll(() => boxOf(page, 'BUTTON'), { timeout: SOON_MS }).not.toBeNull();
    await page.evaluate(() => {
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.id = 'native';
      dialog.showModal();
    });
    const inside = page.locator('#native > touchline-panel');
    await inside.waitFor({ state: 'attached', timeout: SOON_MS });
    await page.evaluate(() => document.querySelector('#native')!.remove());
    await page.locator('html > touchline-panel').waitFor({ state: 'attached', timeout: SOON_MS });
    expect(await page.locator('touchline-panel').count()).toBe(1);
    await page.mouse.click(...(await middleOf(page)));
    await opens();
  });

  it('says that a record which never comes cannot be read, though the page never changes again', async () => {
    await page.route('**/aura/record*', (route) => route.abort());
    await page.goto(scene.crm.recordUrl(scene.crm.state.known.lateDeal));
    await page.locator('touchline-panel').waitFor({ state: 'attached', timeout: SOON_MS });
    await tellShell(scene.browser, 'open');
    const panel = await panelIn();
    expect(await textOf(panel)).not.toContain('This page cannot be read');
    await page.evaluate(() => {
      const page = globalThis as unknown as { changes: number };
      page.changes = 0;
      new MutationObserver((changes) => (page.changes += changes.length)).observe(document.body, {
        ...{ childList: true, characterData: true, attributes: true, subtree: true },
      });
    });
    await shows(panel, ['This page cannot be read', '0 of 60']);
    expect(await page.evaluate(() => (globalThis as unknown as { changes: number }).changes)).toBe(0);
  });
});
