import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fillLog } from '../../tests/bench/fill-log.ts';
import { hostPageCost } from '../../tests/bench/host-page.ts';
import { isOver, type Figure } from '../../tests/bench/measure.ts';
import { logToProgress, panelFirstPaint, recordChange } from '../../tests/bench/panel.ts';
import { readingCost } from '../../tests/bench/reading.ts';
import { contentScriptSizes } from '../../tests/bench/sizes.ts';
import { launchWithExtension } from '../../tests/support/browser.ts';
import { setScene } from '../../tests/support/scene.ts';
import { BROWSER_VARIABLE } from '../browser/find.ts';
import { needBrowser } from '../browser/need.ts';
import { build } from '../build/build.ts';
import { runMain, say } from '../support/say.ts';

function show(figure: Figure): string {
  const { name, value, unit, target, limit } = figure;
  const rounded =
    unit === 'bytes' || unit === 'count'
      ? String(value)
      : value.toFixed(unit === 'ratio' || unit === 'percent' ? 2 : 1);
  const verdict =
    limit !== undefined
      ? `${isOver(figure) ? 'OVER the limit' : 'within the limit'} of ${limit}`
      : target !== undefined
        ? `${value > target ? 'above' : 'within'} the target of ${target}`
        : '';
  return `${name}: ${rounded} ${unit}${verdict === '' ? '' : `, ${verdict}`}`;
}

await runMain(async () => {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, pairs: { type: 'string', default: '12' } },
  });
  const browser = await needBrowser('switch');
  process.env[BROWSER_VARIABLE] = browser.path;
  const figures: Figure[] = [];
  function add(more: readonly Figure[]): void {
    figures.push(...more);
    for (const figure of more) say(show(figure));
  }

  add(await contentScriptSizes(await build('chrome')));
  await build('local');

  const scene = await setScene();
  const bare = await launchWithExtension({ dir: null });
  try {
    const deal = scene.crm.recordUrl(scene.crm.state.known.deal);
    const page = await scene.browser.context.newPage();
    await page.goto(deal);
    // Without the extension really there, its cost would be a fine zero.
    await page.locator('touchline-panel').waitFor({ state: 'attached', timeout: 20_000 });
    await page.close();
    add(await hostPageCost(scene.browser, bare, deal, Number(values.pairs)));
    add(await readingCost(scene.browser, deal));
  } finally {
    await bare.close();
  }

  const large = await setScene();
  try {
    await fillLog(scene.browser, 1000);
    say('Filling a log with 100,000 events; this takes a few minutes.');
    await fillLog(large.browser, 100_000);
    add([
      await panelFirstPaint(large),
      await recordChange(large, 'warm', 10),
      await recordChange(large, 'dead', 6),
      ...(await logToProgress(scene, large)),
    ]);
  } finally {
    await large.close();
    await scene.close();
  }

  const over = figures.filter(isOver);
  if (values.json !== undefined) {
    await writeFile(
      values.json,
      `${JSON.stringify({ browser: browser.name, figures, over: over.length }, null, 2)}\n`,
    );
    say(`Written to ${values.json}.`);
  }
  say(
    over.length === 0
      ? 'Every limit is kept.'
      : `${over.length} over the limit: ${over.map(({ name }) => name).join(', ')}.`,
  );
  return over.length === 0 ? 0 : 1;
});
