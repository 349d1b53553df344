import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../support/run.ts';
import { runMain, say, Stop } from '../support/say.ts';
import { newAdapter } from './adapter.ts';
import { newLanguage, type Room } from './language.ts';
import { newMetric } from './metric.ts';
import { newRule } from './rule.ts';
import type { NewUnit } from './unit.ts';

function rooms(): Room[] {
  const folder = join(ROOT, 'lib/words');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.en.ts'))
    .map((file) => ({ name: file.replace('.en.ts', ''), english: readFileSync(join(folder, file), 'utf8') }));
}

const KINDS: Readonly<Record<string, (name: string) => NewUnit>> = {
  adapter: newAdapter,
  metric: newMetric,
  rule: newRule,
  language: (code) => newLanguage(code, rooms()),
};

await runMain(async () => {
  const [kind = '', name] = process.argv.slice(2);
  const make = KINDS[kind];
  if (make === undefined || name === undefined) {
    throw new Stop(`Write: npm run new -- ${Object.keys(KINDS).join('|')} <name>`);
  }
  const { files, steps } = make(name);
  const taken = Object.keys(files).filter((path) => existsSync(join(ROOT, path)));
  if (taken.length > 0) throw new Stop(`Nothing was written, because there is already ${taken.join(', ')}.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    say(`wrote ${path}`);
  }
  say('\nNext:');
  for (const step of steps) say(step.startsWith('  ') ? `  ${step}` : `- ${step}`);
  return 0;
});
