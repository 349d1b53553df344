import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { say as word } from '../../lib/words/say.ts';
import type { Language } from '../../lib/domain/settings.ts';
import type { PracticeCrm } from '../../tests/practice-crm/server.ts';
import type { Launched } from '../../tests/support/browser.ts';

export interface SceneOptions {
  readonly started: Launched;
  readonly crm: PracticeCrm;
  /** An existing folder. */
  readonly shots: string;
  readonly say: (sentence: string) => void;
}

type Tabs = {
  query(where: object): Promise<{ id?: number }[]>;
  sendMessage(id: number, message: object): Promise<unknown>;
};

/**
 * Opens the panel in a tab as the global key does. The browser's protocol cannot press that key, so the background
 * sends what the key makes it send.
 */
export async function openPanel(started: Launched, page: Page): Promise<Frame> {
  await page.locator('touchline-panel').waitFor({ state: 'attached', timeout: 20_000 });
  await page.bringToFront();
  const worker = await started.background();
  await worker.evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    for (const { id } of await tabs.query({ active: true })) {
      // Other tabs may have no panel to open.
      if (id !== undefined) await tabs.sendMessage(id, { shell: 'open' }).catch(() => undefined);
    }
  });
  return started.openPanelFrame(page);
}

async function languageOf(panel: Frame): Promise<Language> {
  const code = await panel.locator('html').getAttribute('lang');
  return code?.startsWith('ko') === true ? 'ko' : 'en';
}

/** The goal lines as a person reads them: one text for all, to see it change. */
async function progressOf(panel: Frame, language: Language): Promise<string> {
  const goals = panel.getByRole('region', { name: word(language, 'progress.goals') }).locator('xpath=..');
  return (await goals.innerText()).replaceAll(/\s+/g, ' ');
}

async function until(what: string, done: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await done())) {
    if (performance.now() > end) throw new Error(`${what}: not within 10 s`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

/**
 * One scene from page to progress: a deal is open, a call is logged with two keys, the progress moves, a note is
 * left, the prompt asks. Throws when a step does not come about; the pictures up to there remain.
 */
export async function playScene({ started, crm, shots, say }: SceneOptions): Promise<void> {
  const page = started.context.pages()[0] ?? (await started.context.newPage());
  let taken = 0;
  async function shot(name: string, sentence: string): Promise<void> {
    taken += 1;
    await page.screenshot({ path: join(shots, `${taken}-${name}.png`) });
    say(`    ${sentence}`);
  }

  await page.goto(crm.recordUrl(crm.state.known.deal));
  const panel = await openPanel(started, page);
  const language = await languageOf(panel);
  const button = (name: string) => panel.getByRole('button', { name });
  const acts = panel.getByRole('group', { name: word(language, 'panel.act.title') });
  await acts.waitFor();
  await shot('deal', 'A deal is open, the panel beside it.');

  const before = await progressOf(panel, language);
  await acts.getByRole('button', { name: word(language, 'panel.act.call') }).click();
  await panel.getByRole('radiogroup', { name: word(language, 'calls.outcome') }).waitFor();
  await page.keyboard.press('1');
  await shot('log', 'A call is being logged: 1 says nobody answered.');

  await page.keyboard.press('Enter');
  await until('the progress did not move', async () => (await progressOf(panel, language)) !== before);
  await shot('progress', 'Saved with Enter: the progress moved, and it can still be taken back.');

  await button(word(language, 'notes.write')).click();
  const note =
    language === 'ko'
      ? '가동일부터 거꾸로 계획을 여쭤보면 어떨까요?'
      : 'Ask for the plan backwards from go-live: who signs, and when?';
  await panel.getByRole('textbox', { name: word(language, 'notes.text') }).fill(note);
  await button(word(language, 'notes.leave')).click();
  await panel.getByText(note).waitFor();
  await shot('note', 'A note lies on the deal.');

  const prompt = panel.getByRole('region', { name: word(language, 'coaching.prompt') });
  await prompt.waitFor();
  await prompt.scrollIntoViewIfNeeded();
  await shot('prompt', 'The prompt asks one question and offers one thing to do.');
}
