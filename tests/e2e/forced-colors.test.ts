import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { openRecord, SOON_MS } from '../support/desk.ts';
import { setScene, type Scene } from '../support/scene.ts';

/** Where a person has chosen the colours, backgrounds and shadows of ours are gone: borders and outlines have to say it. */
describe('in colours that the user has forced', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene();
  });
  afterAll(() => scene?.close());

  /** Fields and choices that nothing sets apart from what is behind them: no border of another colour, no filling. */
  function borderless(document: Page | Frame): Promise<string[]> {
    return document.evaluate(() => {
      const fields = window.document.querySelectorAll<HTMLElement>('input, select, textarea, [role=radio]');
      const behind = getComputedStyle(window.document.body).backgroundColor;
      return [...fields]
        .filter((each) => each.checkVisibility())
        .filter((each) => !['radio', 'checkbox'].includes((each as HTMLInputElement).type))
        .filter((each) => {
          const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(each);
          const border = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1;
          const filled = backgroundColor !== behind && backgroundColor !== 'rgba(0, 0, 0, 0)';
          return !filled && !(border && borderTopColor !== behind);
        })
        .map((each) => each.outerHTML.slice(0, 120));
    });
  }

  /** Steps through a document with Tab; what was focused without an outline that stands out, and how much there was. */
  async function tabThrough(
    page: Page,
    document: Page | Frame,
  ): Promise<{ steps: number; unseen: string[] }> {
    const first = document
      .locator('button, a[href], input, select, textarea')
      .filter({ visible: true })
      .first();
    await first.focus();
    const unseen: string[] = [];
    const visited = new Set<string>();
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press('Tab');
      const seen = await document.evaluate(() => {
        const element = window.document.activeElement;
        if (element === null || element === window.document.body || !window.document.hasFocus()) return null;
        // A choice that is a card has its outline around the card.
        const marked = [element, element.closest('label')].filter((each) => each !== null);
        const behind = getComputedStyle(window.document.body).backgroundColor;
        const all = [...window.document.querySelectorAll('*')];
        return {
          at: String(all.indexOf(element)),
          html: element.outerHTML.slice(0, 120),
          outlined: marked.some((each) => {
            const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
            return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== behind;
          }),
        };
      });
      if (seen === null || visited.has(seen.at)) break;
      visited.add(seen.at);
      if (!seen.outlined) unseen.push(seen.html);
    }
    return { steps: visited.size, unseen };
  }

  /** Whether what has opened over the rest has an edge of its own. */
  async function edge(document: Page | Frame): Promise<boolean> {
    const opened = document.getByRole('dialog').or(document.getByRole('alertdialog'));
    await opened.waitFor({ timeout: SOON_MS });
    return opened.evaluate((each) => {
      const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(each);
      const behind = getComputedStyle(window.document.body).backgroundColor;
      return borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1 && borderTopColor !== behind;
    });
  }

  /** What is the current one of several and looks like the others: weight alone is not seen at a glance. */
  function unmarked(document: Page | Frame): Promise<string[]> {
    return document.evaluate(() => {
      const look = (each: Element) => {
        const { backgroundColor, color, textDecorationLine } = getComputedStyle(each);
        return [backgroundColor, color, textDecorationLine].join(' ');
      };
      const current = [
        ...window.document.querySelectorAll('a[aria-current], [role=group] [aria-pressed=true]'),
      ];
      return current
        .filter((each) => {
          const list = each.closest('ul, nav, [role=group]');
          const others = [...(list?.querySelectorAll(each.tagName) ?? [])].filter((one) => one !== each);
          return others.some((one) => look(one) === look(each));
        })
        .map((each) => each.outerHTML.slice(0, 120));
    });
  }

  const forced = (document: Page | Frame) =>
    document.evaluate(() => matchMedia('(forced-colors: active)').matches);

  it('the panel shows its fields, what is chosen, how far a goal is, and where the focus is', async () => {
    const { page, panel } = await openRecord(scene, scene.crm.state.known.deal);
    await page.emulateMedia({ forcedColors: 'active' });
    await panel.getByRole('button', { name: /^Call/ }).first().waitFor({ timeout: SOON_MS });
    expect(await forced(panel)).toBe(true);
    const resting = await tabThrough(page, panel);
    expect(resting).toEqual({ steps: expect.any(Number), unseen: [] });
    expect(resting.steps).toBeGreaterThan(8);
    await panel.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Digit1');
    await panel.getByRole('radio', { checked: true }).waitFor({ timeout: SOON_MS });
    expect(await borderless(panel)).toEqual([]);
    expect(await unmarked(panel)).toEqual([]);
    const looks = (role: { checked: boolean }) =>
      panel
        .getByRole('radio', role)
        .first()
        .evaluate((each) => getComputedStyle(each).backgroundColor);
    expect(await looks({ checked: true })).not.toBe(await looks({ checked: false }));
    await panel.getByRole('button', { name: /^Time of the call/ }).click();
    expect(await edge(panel)).toBe(true);
    await page.keyboard.press('Escape');
    await panel.getByRole('dialog').waitFor({ state: 'detached', timeout: SOON_MS });
    const logging = await tabThrough(page, panel);
    expect(logging.unseen).toEqual([]);
    const meter = await panel
      .getByRole('meter')
      .or(panel.getByRole('progressbar'))
      .first()
      .evaluate((each) => {
        const colours = [each, ...each.querySelectorAll('*')].map(
          (part) => getComputedStyle(part).backgroundColor,
        );
        return new Set(colours).size;
      });
    expect(meter).toBeGreaterThan(1);
  });

  it.each(['options', 'dashboard'])(
    'the %s show their fields and where the focus is, in each section',
    async (name) => {
      const page = await scene.browser.context.newPage();
      await page.emulateMedia({ forcedColors: 'active' });
      await page.goto(`chrome-extension://${scene.browser.extensionId}/${name}.html`);
      const links = page.getByRole('navigation').first().getByRole('link');
      await links.first().waitFor({ timeout: SOON_MS });
      for (const route of await links.evaluateAll((all) =>
        all.map((one) => (one as HTMLAnchorElement).hash),
      )) {
        await links.and(page.locator(`[href="${route}"]`)).click();
        await page.getByRole('heading', { level: 1 }).waitFor({ timeout: SOON_MS });
        expect.soft(await borderless(page), route).toEqual([]);
        expect.soft(await unmarked(page), route).toEqual([]);
        const { steps, unseen } = await tabThrough(page, page);
        expect.soft(unseen, route).toEqual([]);
        expect(steps, route).toBeGreaterThan(3);
      }
      await page.close();
    },
  );

  it('what opens over a page has an edge', async () => {
    const page = await scene.browser.context.newPage();
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`chrome-extension://${scene.browser.extensionId}/options.html#goals`);
    await page.getByRole('button', { name: 'Archive' }).first().click();
    expect(await edge(page)).toBe(true);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Add a goal' }).click();
    expect(await edge(page)).toBe(true);
    await page.close();
  });
});
