import { join } from 'node:path';
import { ROOT, runNode } from '../support/run.ts';
import { Stop } from '../support/say.ts';

export type Target = 'chrome' | 'firefox' | 'local';

/** Where a target's files lie, ready to be loaded as an unpacked extension. */
export function outputOf(target: Target): string {
  const folder = { chrome: 'chrome-mv3', firefox: 'firefox-mv3', local: 'chrome-mv3-local' }[target];
  return join(ROOT, '.output', folder);
}

/**
 * Builds one target.
 * @param hosts match patterns of a company build; empty for the store build.
 * Throws `Stop` with the builder's own output when it fails.
 */
export async function build(target: Target, hosts: readonly string[] = []): Promise<string> {
  const env = {
    // An environment variable, because Vite refuses the mode name `local`.
    TOUCHLINE_BUILD: target === 'local' ? 'local' : '',
    TOUCHLINE_HOSTS: hosts.join(','),
    // Its output is shown only when it fails, and then without a spinner's leavings.
    CI: '1',
    NO_COLOR: '1',
  };
  const browser = target === 'firefox' ? 'firefox' : 'chrome';
  const ran = await runNode(join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), ['build', '-b', browser], {
    env,
    output: 'keep',
  });
  if (ran.code !== 0)
    throw new Stop(`${ran.output}\nThe ${target} build failed; the reason stands above.`, 1);
  return outputOf(target);
}
