import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecord, shows, SOON_MS, logCall } from '../support/desk.ts';
import { setScene, type Scene } from '../support/scene.ts';
import { raiseVersion, stored } from '../support/stored.ts';

const NAME = 'from elsewhere.jsonl';

function header(more: object = {}): string {
  return JSON.stringify({
    touchline: 'export',
    format: 1,
    app: 'touchline',
    schema: 1,
    createdAt: 0,
    ...more,
  });
}

/** Data that is not ours to read: it is said to be, and nothing is written. */
describe('data of another kind or time', () => {
  let scene: Scene;
  let options: Page;

  beforeAll(async () => {
    scene = await setScene();
    options = await scene.browser.context.newPage();
    await options.goto(`chrome-extension://${scene.browser.extensionId}/options.html#data`);
    await options.getByRole('heading', { name: 'Import', exact: true }).waitFor({ timeout: SOON_MS });
  });
  afterAll(() => scene?.close());

  async function choose(text: string | Buffer): Promise<void> {
    await options
      .getByLabel('Choose a file', { exact: true })
      .and(options.locator('input'))
      .setInputFiles({ name: NAME, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  }

  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'The file is empty.'],
    [
      'a table of another program',
      'Subject,Due\r\nCall,2026-11-20\r\n',
      `${NAME} is not a file that Touchline exported`,
    ],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff]),
      'is not a file that Touchline exported',
    ],
    ['JSON of another program', '[{"t":"events","r":{}}]', 'is not a file that Touchline exported'],
    ['an export of a newer Touchline', header({ schema: 999 }), `${NAME} was exported by a newer Touchline`],
    [
      'an export that was cut off',
      `${header()}\n{"t":"goals","r":{"id":"01`,
      'Nothing in this file can be imported.',
    ],
    [
      'an export with forbidden names',
      `${header()}\n{"t":"shelf","r":{"name":"x","value":{"__proto__":1}}}`,
      'Nothing in this file can be imported.',
    ],
  ])('%s is not imported, and that is said', async (_, text, sentence) => {
    const before = await stored(scene.browser);
    await choose(text);
    await options.getByText(sentence).waitFor({ timeout: SOON_MS });
    expect(await options.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
    expect(await stored(scene.browser)).toBe(before);
  });

  it('of a file with a broken line, the other lines are imported when asked, and no sooner', async () => {
    const before = await stored(scene.browser);
    const row = (name: string) => JSON.stringify({ t: 'shelf', r: { name, value: 1 } });
    await choose([header(), row('test:a'), 'not a line of ours', row('test:b')].join('\n'));
    await options.getByText('1 line cannot be read and will be left out.').waitFor({ timeout: SOON_MS });
    await options.getByText('Line 3: ').waitFor({ timeout: SOON_MS });
    expect(await stored(scene.browser)).toBe(before);
    await options.getByRole('button', { name: 'Import 2 rows' }).click();
    await options.getByText('Imported: 2 rows.').waitFor({ timeout: SOON_MS });
    expect(await stored(scene.browser)).toContain('"test:b"');
  });

  it('a database of a newer Touchline is left alone, and panel and pages say what to do', async () => {
    const sentence = 'Your data was written by a newer Touchline. Update this one to go on.';
    const { panel } = await openRecord(scene, scene.crm.state.known.deal);
    await shows(panel, ['0 of 60']);
    await logCall(panel);
    await raiseVersion(scene.browser);
    await scene.restart('closed');
    const before = await stored(scene.browser);
    const { context, extensionId } = scene.browser;
    for (const name of ['sidepanel', 'options', 'dashboard']) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${name}.html`);
      await page.getByText(sentence).waitFor({ timeout: SOON_MS });
    }
    // Also after the worker has died, and with a page of the CRM open, which would be read otherwise.
    const record = await context.newPage();
    await record.goto(scene.crm.recordUrl(scene.crm.state.known.deal));
    await scene.browser.killWorker();
    const page = context.pages().find((one) => one.url().endsWith('/options.html'))!;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(sentence).waitFor({ timeout: SOON_MS });
    expect(await record.locator('touchline-panel').count()).toBe(0);
    expect(await stored(scene.browser)).toBe(before);
    expect(before).toContain('"tomorrow":[]');
  });
});
