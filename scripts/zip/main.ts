import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, runNode } from '../support/run.ts';
import { runMain, say, Stop } from '../support/say.ts';

const OUTPUT = join(ROOT, '.output');

async function zips(): Promise<string[]> {
  return (await readdir(OUTPUT)).filter((name) => name.endsWith('.zip')).sort();
}

// The builder writes entries sorted and without dates, so the same source gives the same bytes with the pinned Node.
await runMain(async () => {
  for (const old of await zips().catch(() => [])) await rm(join(OUTPUT, old));
  for (const browser of ['chrome', 'firefox']) {
    const ran = await runNode(join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), ['zip', '-b', browser], {
      env: { TOUCHLINE_BUILD: '', TOUCHLINE_HOSTS: '', CI: '1', NO_COLOR: '1' },
      output: 'keep',
    });
    if (ran.code !== 0)
      throw new Stop(`${ran.output}\nThe zip for ${browser} failed; the reason stands above.`, 1);
  }
  for (const name of await zips()) {
    const hash = createHash('sha256')
      .update(await readFile(join(OUTPUT, name)))
      .digest('hex');
    say(`${hash}  .output/${name}`);
  }
  return 0;
});
