import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METRICS } from '@/lib/kpi/catalog';
import { RULES } from '@/lib/coaching/catalog';
import { PAGES } from '@/lib/adapters/pages';
import { sayIf } from '@/lib/words/say';

/** Files of a folder that declare a unit, found by the helper that declares it. */
function declaring(folder: string, declares: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && declares.test(readFileSync(`${folder}/${name}`, 'utf8')))
    .map((name) => name.replace('.ts', ''));
}

const languages = ['en', 'ko'] as const;

describe('metrics', () => {
  const ids = METRICS.map((metric) => metric.id);

  it('are one file each, named by its id and in the catalogue', () => {
    expect(declaring('lib/kpi', /= define(Tally|Set|Table)\(/).sort()).toEqual([...ids].sort());
  });

  it.each(ids)('%s has a test and words in both languages', (id) => {
    expect(existsSync(`tests/lib/kpi/${id}.test.ts`), `tests/lib/kpi/${id}.test.ts`).toBe(true);
    for (const language of languages) {
      for (const key of ['name', 'how']) expect(sayIf(language, `metrics.${id}.${key}`)).not.toBeNull();
    }
  });
});

describe('rules', () => {
  const ids = RULES.map((rule) => rule.id);

  it('are one file each, named by its id and in the catalogue', () => {
    expect(declaring('lib/coaching', /= defineRule\(/).sort()).toEqual([...ids].sort());
  });

  it.each(ids)('%s has a test and words in both languages', (id) => {
    expect(existsSync(`tests/lib/coaching/${id}.test.ts`), `tests/lib/coaching/${id}.test.ts`).toBe(true);
    for (const language of languages)
      expect(sayIf(language, `coaching.${id}`, { days: 1, n: 3, hour: 15, when: '' })).not.toBeNull();
  });
});

describe('adapters', () => {
  const kinds = PAGES.map((page) => page.kind);

  it('are one folder each, named by its CRM', () => {
    const folders = readdirSync('lib/adapters', { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).sort()).toEqual([...kinds].sort());
  });

  it.each(kinds)('%s has a door, a test and fixtures', (kind) => {
    expect(existsSync(`entrypoints/${kind}.content/index.ts`)).toBe(true);
    expect(existsSync(`tests/lib/adapters/${kind}/page.test.ts`)).toBe(true);
    expect(readdirSync(`tests/fixtures/${kind}`).some((name) => name.endsWith('.html'))).toBe(true);
  });

  it.each(PAGES)('$kind names fixtures that are there', ({ kind, spots }) => {
    for (const [name, { seenIn }] of Object.entries(spots)) {
      for (const each of seenIn) {
        expect(existsSync(`tests/fixtures/${kind}/${each}.html`), `${name} is seen in ${each}`).toBe(true);
      }
    }
  });
});
