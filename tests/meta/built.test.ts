import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, type TestContext } from 'vitest';
import { contentScriptSizes } from '../bench/sizes.ts';
import { isOver } from '../bench/measure.ts';
import { runIn } from './planted.ts';

interface Manifest {
  readonly permissions: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly content_scripts?: unknown;
}

/** `npm test` builds first; a single run of vitest may come before any build. */
function built(context: TestContext, name: string): string {
  const dir = `.output/${name}`;
  if (!existsSync(`${dir}/manifest.json`)) context.skip(`${name} is not built: npm test builds it`);
  return dir;
}

function manifestOf(dir: string): Manifest {
  return JSON.parse(readFileSync(`${dir}/manifest.json`, 'utf8')) as Manifest;
}

describe('the build for the store', () => {
  it('asks for exactly the permissions that show no warning, and for no host', (context) => {
    // The builder adds to what scripts/manifest.ts says: a content script's `matches` would become a host.
    const manifest = manifestOf(built(context, 'chrome-mv3'));
    expect(manifest.permissions.toSorted()).toEqual(
      ['alarms', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage'].toSorted(),
    );
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts).toBeUndefined();
  });

  it('has content scripts of at most 20 kB', async (context) => {
    const sizes = await contentScriptSizes(built(context, 'chrome-mv3'));
    expect(sizes.filter(isOver)).toEqual([]);
  });
});

describe('the local build', () => {
  it('differs from it in host_permissions alone', (context) => {
    const local = manifestOf(built(context, 'chrome-mv3-local'));
    const store = manifestOf(built(context, 'chrome-mv3'));
    expect(local).toEqual({ ...store, host_permissions: ['http://localhost/*', 'http://127.0.0.1/*'] });
  });
});

/** What web-ext may say, and why it is no fault of ours. Anything else fails. */
const KNOWN: Readonly<Record<string, string>> = {
  DANGEROUS_EVAL: "Zod's probe for code generation; it runs jitless, and the policy forbids it anyway",
  UNSAFE_VAR_ASSIGNMENT:
    "React DOM's own innerHTML, reached only by dangerouslySetInnerHTML, which lint forbids",
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: 'there is no build for Android',
};

describe('the build for Firefox', () => {
  it('passes web-ext lint but for what is known', (context) => {
    const dir = built(context, 'firefox-mv3');
    const { output } = runIn('.', 'web-ext/bin/web-ext.js', [
      'lint',
      '--source-dir',
      dir,
      '--output',
      'json',
    ]);
    const found = JSON.parse(output) as Record<'errors' | 'warnings', { code: string; message: string }[]>;
    expect(found.errors).toEqual([]);
    expect(found.warnings.filter(({ code }) => !(code in KNOWN))).toEqual([]);
  }, 60_000);
});
