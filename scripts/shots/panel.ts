import type { Frame, Page } from 'playwright-core';
import { say as word } from '../../lib/words/say.ts';
import type { Language } from '../../lib/domain/settings.ts';
import type { Scene } from '../../tests/support/scene.ts';
import { openPanel } from '../start/scene.ts';

/** What a state needs to be brought about. */
export interface Stage {
  readonly scene: Scene;
  readonly page: Page;
  readonly language: Language;
}

export interface PanelState {
  readonly name: string;
  /** Brings the state about and answers the panel that shows it. */
  show(stage: Stage): Promise<Frame>;
}

async function at(stage: Stage, id: string): Promise<Frame> {
  const { scene, page } = stage;
  await page.goto(scene.crm.recordUrl(id));
  return openPanel(scene.browser, page);
}

async function resting(stage: Stage, id: string): Promise<Frame> {
  const panel = await at(stage, id);
  await acts(stage, panel).waitFor();
  return panel;
}

function acts({ language }: Stage, panel: Frame) {
  return panel.getByRole('group', { name: word(language, 'panel.act.title') });
}

async function logging(stage: Stage, id: string): Promise<Frame> {
  const panel = await at(stage, id);
  const outcomes = panel.getByRole('radiogroup', { name: word(stage.language, 'calls.outcome') });
  await acts(stage, panel).or(outcomes).first().waitFor();
  // An open log is kept as a draft: after an earlier picture it is open already.
  if (!(await outcomes.isVisible())) {
    await acts(stage, panel)
      .getByRole('button', { name: word(stage.language, 'panel.act.call') })
      .click();
  }
  await outcomes.waitFor();
  return panel;
}

type Options = Parameters<Scene['crm']['setOptions']>[0];

async function withOptions(
  { scene }: Stage,
  during: Options,
  after: Options,
  show: () => Promise<Frame>,
): Promise<Frame> {
  scene.crm.setOptions(during);
  try {
    return await show();
  } finally {
    scene.crm.setOptions(after);
  }
}

/**
 * design.md's five states, and who looks. The order matters: what was read once is known afterwards, and a log leaves
 * something behind.
 */
export const PANEL_STATES: readonly PanelState[] = [
  {
    name: 'cannot-read',
    show: (stage) =>
      // The address names a record that never comes, and the API is not there to be asked.
      withOptions(
        stage,
        { renderDelayMs: 60_000, api: false },
        { renderDelayMs: 60, api: true },
        async () => {
          const panel = await at(stage, stage.scene.crm.state.known.deal);
          await panel.getByText(word(stage.language, 'panel.cannotRead.title')).waitFor();
          return panel;
        },
      ),
  },
  {
    name: 'partly-read',
    show: (stage) =>
      // The labels come, the values never.
      withOptions(stage, { halfLoaded: true, api: false }, { halfLoaded: false, api: true }, async () => {
        const panel = await resting(stage, stage.scene.crm.state.known.deal);
        await panel.getByText(word(stage.language, 'panel.noAmount')).waitFor();
        return panel;
      }),
  },
  { name: 'deal-resting', show: (stage) => resting(stage, stage.scene.crm.state.known.deal) },
  { name: 'deal-late', show: (stage) => resting(stage, stage.scene.crm.state.known.lateDeal) },
  { name: 'lead-resting', show: (stage) => resting(stage, stage.scene.crm.state.known.myLead) },
  {
    name: 'somebody-elses',
    async show(stage) {
      const panel = await at(stage, stage.scene.crm.state.known.otherDeal);
      await panel.getByRole('button', { name: word(stage.language, 'notes.write') }).waitFor();
      return panel;
    },
  },
  {
    name: 'note-being-written',
    async show(stage) {
      const panel = await resting(stage, stage.scene.crm.state.known.deal);
      await panel.getByRole('button', { name: word(stage.language, 'notes.write') }).click();
      await panel.getByRole('textbox', { name: word(stage.language, 'notes.text') }).waitFor();
      return panel;
    },
  },
  {
    name: 'message-channels',
    async show(stage) {
      const panel = await resting(stage, stage.scene.crm.state.known.myLead);
      const message = word(stage.language, 'panel.act.message');
      await acts(stage, panel).getByRole('button', { name: message }).click();
      await panel.getByRole('button', { name: word(stage.language, 'calls.channel.linkedin') }).waitFor();
      return panel;
    },
  },
  { name: 'deal-logging', show: (stage) => logging(stage, stage.scene.crm.state.known.deal) },
  { name: 'lead-logging', show: (stage) => logging(stage, stage.scene.crm.state.known.myLead) },
  {
    name: 'just-logged',
    async show(stage) {
      const panel = await logging(stage, stage.scene.crm.state.known.deal);
      await stage.page.keyboard.press('1');
      await stage.page.keyboard.press('Enter');
      await panel.getByText(/\(\d+\)/).waitFor();
      return panel;
    },
  },
  {
    name: 'no-record',
    async show(stage) {
      const { scene, page, language } = stage;
      await page.goto(new URL('/lightning/page/home', scene.crm.url).href);
      const panel = await openPanel(scene.browser, page);
      await panel.getByText(word(language, 'panel.watching.title')).waitFor();
      return panel;
    },
  },
];
