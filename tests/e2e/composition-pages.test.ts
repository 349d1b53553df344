import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { recordCalls } from '../support/asked.ts';
import { logCall, openRecord, SOON_MS } from '../support/desk.ts';
import { inputMethod, letters, WRITINGS, type InputMethod, type Writing } from '../support/input-method.ts';
import { setScene, type Scene } from '../support/scene.ts';

const [KOREAN, JAPANESE, CHINESE] = WRITINGS as readonly [Writing, Writing, Writing];
/** Thirty million won as it is typed: the figure and its words in one go. */
const AMOUNT: Writing = {
  name: 'amount',
  parts: [
    [
      ['Digit3', '3'],
      ['KeyC', '3ㅊ'],
      ['KeyJ', '3처'],
      ['KeyS', '3천'],
    ],
    [
      ['KeyA', 'ㅁ'],
      ['KeyK', '마'],
      ['KeyS', '만'],
    ],
    [
      ['KeyD', 'ㅇ'],
      ['KeyN', '우'],
      ['KeyJ', '워'],
      ['KeyS', '원'],
    ],
  ],
  text: '3천만원',
};

interface Field {
  readonly name: string;
  /** Page and section. */
  readonly at: `${'options' | 'dashboard'}#${string}`;
  /** What has to be opened or filled before. */
  readonly before?: (page: Page) => Promise<void>;
  readonly field: (page: Page) => Locator;
  readonly writing: Writing;
  /** The call that the real Enter behind it makes, and no Enter of the input method. */
  readonly saves: string;
}

const byLabel = (label: string) => (page: Page) => page.getByLabel(label, { exact: true }).first();

async function newMoneyGoal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a goal' }).click();
  await page.getByLabel('What').selectOption('revenue-won');
  // 원 is won: as an amount of dollars it would be refused.
  await byLabel('Currency')(page).fill('KRW');
  await page.getByLabel('Target').fill('1000');
}

/** Every field of our own pages in which Enter does something, in the order of the sections. */
const FIELDS: readonly Field[] = [
  {
    name: 'the address of a CRM',
    at: 'options#crms',
    field: byLabel('Address of your CRM'),
    ...{ writing: letters('http://localhost'), saves: 'crm.add' },
  },
  {
    name: 'a goal’s target',
    at: 'options#goals',
    before: newMoneyGoal,
    field: byLabel('Target'),
    ...{ writing: AMOUNT, saves: 'goal.save' },
  },
  {
    name: 'a goal’s currency',
    at: 'options#goals',
    before: newMoneyGoal,
    field: byLabel('Currency'),
    ...{ writing: letters('krw'), saves: 'goal.save' },
  },
  {
    name: 'a share of a working day',
    at: 'options#calendar',
    field: byLabel('Mon'),
    ...{ writing: letters('0'), saves: 'settings.save' },
  },
  {
    name: 'the name of a company day',
    at: 'options#calendar',
    before: (page) => page.getByLabel('Day', { exact: true }).first().fill('2026-12-24'),
    field: byLabel('Name'),
    ...{ writing: KOREAN, saves: 'settings.save' },
  },
  {
    name: 'my name',
    at: 'options#look',
    field: byLabel('My name'),
    ...{ writing: JAPANESE, saves: 'settings.save' },
  },
  {
    name: 'an outcome’s words',
    at: 'options#outcomes',
    field: byLabel('No answer in Korean'),
    ...{ writing: KOREAN, saves: 'settings.save' },
  },
  {
    name: 'the seconds of a conversation',
    at: 'options#outcomes',
    field: (page) => page.getByLabel(/^A connect is a conversation/),
    ...{ writing: letters('90'), saves: 'settings.save' },
  },
  {
    name: 'how long buyers’ data is kept',
    at: 'options#data',
    field: byLabel('Days'),
    ...{ writing: letters('90'), saves: 'settings.save' },
  },
  {
    name: 'the search for a prospect',
    at: 'options#data',
    field: byLabel('Name, company or number'),
    ...{ writing: CHINESE, saves: 'data.prospects' },
  },
  {
    name: 'my name at the first run',
    at: 'options#setup/you',
    field: byLabel('Your name'),
    ...{ writing: CHINESE, saves: 'settings.save' },
  },
  {
    name: 'the first goal',
    at: 'options#setup/goal',
    field: byLabel('Calls a day'),
    ...{ writing: letters('60'), saves: 'goal.save' },
  },
  {
    name: 'the length in a correction',
    at: 'dashboard#activities',
    before: (page) =>
      page
        .getByRole('button', { name: /^Correct / })
        .first()
        .click(),
    field: byLabel('Length, m:ss'),
    ...{ writing: letters('12'), saves: 'activity.correct' },
  },
  // Last: it leaves nothing to write about.
  {
    name: 'the word that erases everything',
    at: 'options#data',
    field: (page) => page.getByLabel(/^Type/),
    ...{ writing: letters('erase'), saves: 'data.erase' },
  },
];

describe('writing in our own pages with an input method', () => {
  let scene: Scene;
  let page: Page;
  let method: InputMethod;

  beforeAll(async () => {
    scene = await setScene();
    const { panel } = await openRecord(scene, scene.crm.state.known.deal);
    await logCall(panel, '6');
    page = await scene.browser.context.newPage();
    method = await inputMethod(page);
  });
  afterAll(() => scene?.close());

  async function open(at: string): Promise<() => Promise<string[]>> {
    const [name = '', section = ''] = at.split('#');
    // By way of nothing: another section alone would keep the document, and what was typed in it.
    await page.goto('about:blank');
    await page.goto(`chrome-extension://${scene.browser.extensionId}/${name}.html#${section}`);
    await page.getByRole('heading', { level: 1 }).waitFor({ timeout: SOON_MS });
    return recordCalls(page);
  }

  it.each(FIELDS.map((field) => [field.name, field] as const))(
    'the Enter that ends a word in %s saves nothing, the next one does',
    async (_, { at, before, field, writing, saves }) => {
      const asked = await open(at);
      await before?.(page);
      await field(page).fill('');
      await field(page).click();
      await asked();
      await method.write(writing);
      await method.takes('Escape', 'Escape');
      await method.end(writing);
      expect((await field(page).inputValue()).toLowerCase()).toBe(writing.text);
      expect(await asked()).toEqual([]);
      await page.keyboard.press('Enter');
      await expect.poll(asked, { timeout: SOON_MS }).toContain(saves);
    },
  );

  it.each(WRITINGS.map((writing) => [writing.name, writing] as const))(
    'in %s, the list is looked through for the word as it stands in the end',
    async (_, writing) => {
      await open('dashboard#activities');
      const find = page.getByLabel('Name or words');
      await find.click();
      await method.write(writing);
      await method.end(writing);
      expect(await find.inputValue()).toBe(writing.text);
      await page.getByText('Nothing fits these filters.').waitFor({ timeout: SOON_MS });
    },
  );
});
