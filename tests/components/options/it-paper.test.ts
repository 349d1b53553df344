import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifestFor, readBuildKind } from '@/scripts/manifest';

const paper = readFileSync('docs/it.md', 'utf8');
const manifest = manifestFor('chrome', readBuildKind({}));

describe('docs/it.md', () => {
  it.each([...(manifest.permissions ?? []), ...(manifest.optional_permissions ?? [])])(
    'gives a reason for %s',
    (permission) => {
      expect(paper).toMatch(new RegExp(`^\\| \`${String(permission)}\``, 'm'));
    },
  );

  it('does not claim the absence of a permission that is asked for', () => {
    const absent = /Not asked for, and not used: (.*)\./.exec(paper)?.[1] ?? '';
    const named = [...absent.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(3);
    for (const permission of manifest.permissions ?? []) expect(named).not.toContain(permission);
  });

  it('names the ids that are fixed in the manifest', () => {
    const firefox = manifestFor('firefox', readBuildKind({}));
    expect(paper).toContain(firefox.browser_specific_settings?.gecko?.id);
  });
});
