import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { PANEL_STATES, type PanelState } from '../../scripts/shots/panel.ts';
import { say } from '../../lib/words/say.ts';
import { SOON_MS } from '../support/desk.ts';
import { cutOff, font, textSize, tooTall, unreachable } from '../support/room.ts';
import { setScene, type Scene } from '../support/scene.ts';

/** Leaves the frame exactly 360 × 560: the shell keeps 12 px free above and below. */
const BESIDE = { width: 1280, height: 584 };
const PAGES = ['options', 'dashboard'] as const;
const FIRST_RUN = ['you', 'goal', 'place', 'crm', 'done'].map((step) => `#setup/${step}`);

/** Pages in an ordinary window at twice the text, and in one as small as the panel. */
const WINDOWS = [
  { name: 'at twice the text', size: { width: 1280, height: 800 }, percent: 200 },
  { name: 'in 360 × 560', size: { width: 360, height: 560 }, percent: 100 },
] as const;

describe.each(['en', 'ko'] as const)('in %s', (language) => {
  let scene: Scene;
  let page: Page;

  beforeAll(async () => {
    scene = await setScene({ seed: { language, role: 'ae' }, browser: { locale: language } });
    page = await scene.browser.context.newPage();
    await page.setViewportSize(BESIDE);
  });
  afterAll(() => scene?.close());

  const show = (state: PanelState) => state.show({ scene, page, language });

  it.each(PANEL_STATES.map((state) => [state.name, state] as const))(
    'the panel’s %s fits 360 × 560 in a usual and in a wide font, and loses nothing at twice the text',
    async (_, state) => {
      const panel = await show(state);
      expect(await panel.evaluate(() => [innerWidth, innerHeight])).toEqual([360, 560]);
      const seen: Record<string, unknown> = {};
      for (const which of ['usual', 'wide'] as const) {
        await font(panel, which);
        const cut = await cutOff(panel, { dots: true });
        seen[which] = { cut, under: await unreachable(panel), tall: await tooTall(panel) };
      }
      await textSize(panel, 200);
      seen['twice'] = { cut: await cutOff(panel, { dots: false }), under: await unreachable(panel) };
      const fine = { cut: [], under: [] };
      expect(seen).toEqual({ usual: { ...fine, tall: 0 }, wide: { ...fine, tall: 0 }, twice: fine });
    },
  );

  it('what opens over the panel loses nothing at twice the text', async () => {
    const named = (name: string) => PANEL_STATES.find((state) => state.name === name)!;
    async function look(panel: Frame, opener: string | RegExp): Promise<void> {
      await textSize(panel, 200);
      await panel.getByRole('button', { name: opener }).first().click();
      await panel.getByRole('dialog').waitFor({ timeout: SOON_MS });
      const seen = [
        ...(await cutOff(panel, { dots: false })),
        ...(await unreachable(panel, '[role=dialog]')),
      ];
      expect(seen, String(opener)).toEqual([]);
      await page.keyboard.press('Escape');
      await panel.getByRole('dialog').waitFor({ state: 'detached', timeout: SOON_MS });
    }
    await look(await show(named('deal-late')), /^\d+\/\d+/);
    await look(await show(named('deal-late')), say(language, 'panel.next.other'));
    await look(await show(named('deal-logging')), new RegExp(`^${say(language, 'calls.at')}`));
    const panel = await show(named('lead-logging'));
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    const waiting = say(language, 'outbox.line', { n: 7 }).split('7').at(-1)!;
    await panel.getByText(/\(\d+\)/).waitFor({ timeout: SOON_MS });
    await look(panel, new RegExp(waiting));
  });

  // After the panel: it has left an activity to correct.
  it('what opens over the pages loses nothing at twice the text or in 360 × 560', async () => {
    const own = await scene.browser.context.newPage();
    for (const [at, opener] of [
      ['options.html#goals', say(language, 'options.goal.add')],
      ['dashboard.html#progress', new RegExp(say(language, 'progress.how'))],
      ['dashboard.html#progress', new RegExp(`^${say(language, 'dashboard.counted.inputs')}`)],
      ['dashboard.html#activities', new RegExp(say(language, 'dashboard.list.correct'))],
    ] as const) {
      await own.goto('about:blank');
      await own.goto(`chrome-extension://${scene.browser.extensionId}/${at}`);
      for (const { name: how, size, percent } of WINDOWS) {
        await own.setViewportSize(size);
        await textSize(own, percent);
        await own.getByRole('button', { name: opener }).first().click();
        await own.getByRole('dialog').waitFor({ timeout: SOON_MS });
        const seen = [...(await cutOff(own, { dots: false })), ...(await unreachable(own, '[role=dialog]'))];
        expect.soft(seen, `${at} ${String(opener)} ${how}`).toEqual([]);
        await own.keyboard.press('Escape');
        await own.getByRole('dialog').waitFor({ state: 'detached', timeout: SOON_MS });
      }
    }
    await own.close();
  });

  it.each(PAGES)(
    'the %s, each of its sections, loses nothing at twice the text or in 360 × 560',
    async (name) => {
      const address = `chrome-extension://${scene.browser.extensionId}/${name}.html`;
      const own = await scene.browser.context.newPage();
      await own.goto(address);
      const links = own.getByRole('navigation').first().getByRole('link');
      await links.first().waitFor({ timeout: SOON_MS });
      const sections = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).hash));
      for (const route of name === 'options' ? [...sections, ...FIRST_RUN] : sections) {
        await own.goto('about:blank');
        await own.goto(address + route);
        await own.getByRole('heading', { level: 1 }).waitFor({ timeout: SOON_MS });
        for (const { name: how, size, percent } of WINDOWS) {
          await own.setViewportSize(size);
          await textSize(own, percent);
          const seen = [...(await cutOff(own, { dots: false })), ...(await unreachable(own))];
          expect.soft(seen, `${route} ${how}`).toEqual([]);
        }
      }
      await own.close();
    },
  );
});
