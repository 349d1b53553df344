import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readBuildKind } from '../manifest.ts';
import { ROOT } from '../support/run.ts';
import { runMain, say, Stop } from '../support/say.ts';
import { build, type Target } from './build.ts';

function targetOf(name: string | undefined): Target {
  if (name === 'chrome' || name === 'firefox' || name === 'local') return name;
  throw new Stop('Build what? chrome, firefox or local.');
}

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { hosts: { type: 'string' } },
  });
  const target = targetOf(positionals[0]);
  const hosts = (values.hosts ?? '').split(',').filter((host) => host.trim() !== '');
  if (values.hosts !== undefined && hosts.length === 0) {
    throw new Stop('--hosts wants match patterns, separated by commas: --hosts "https://crm.example.com/*"');
  }
  try {
    readBuildKind({ TOUCHLINE_BUILD: target === 'local' ? 'local' : '', TOUCHLINE_HOSTS: hosts.join(',') });
  } catch (problem) {
    throw new Stop(problem instanceof Error ? problem.message : String(problem));
  }
  const folder = await build(target, hosts);
  say(`Built ${target}${hosts.length > 0 ? ` for ${hosts.join(' and ')}` : ''}: ${relative(ROOT, folder)}`);
  return 0;
});
