import { describe, expect, it } from 'vitest';
import { newAdapter } from '@/scripts/new/adapter.ts';
import { newLanguage } from '@/scripts/new/language.ts';
import { newMetric } from '@/scripts/new/metric.ts';
import { newRule } from '@/scripts/new/rule.ts';

describe('npm run new', () => {
  it('gives file, test and constant one name', () => {
    const { files } = newMetric('calls-returned');
    expect(Object.keys(files)).toEqual(['lib/kpi/calls-returned.ts', 'tests/lib/kpi/calls-returned.test.ts']);
    expect(files['lib/kpi/calls-returned.ts']).toContain(
      "export const callsReturned = defineTally({\n  id: 'calls-returned',",
    );
    expect(Object.keys(newRule('close-plan').files)).toEqual([
      'lib/coaching/close-plan.ts',
      'tests/lib/coaching/close-plan.test.ts',
    ]);
  });

  it('writes the door of an adapter where the builder looks for it, for no host', () => {
    const { files } = newAdapter('pipedrive');
    expect(files['entrypoints/pipedrive.content/index.ts']).toContain('matches: []');
  });

  it('never leaves a test that is green before it says something', () => {
    for (const { files } of [newMetric('a'), newRule('a')]) {
      const tests = Object.entries(files).filter(([path]) => path.startsWith('tests/'));
      expect(tests.length).toBe(1);
      for (const [, text] of tests) expect(text).toContain('expect.fail(');
    }
  });

  it('leaves a new language without words rather than with English ones', () => {
    const english =
      "export const uiEn = {\n  retry: 'Try again',\n  'fault.bug': 'A mistake of ours',\n} as const;\n";
    const { files } = newLanguage('de', [{ name: 'ui', english }]);
    expect(files['lib/words/ui.de.ts']).toBe(
      "import type { uiEn } from './ui.en.ts';\n\nexport const uiDe = {\n  retry: '',\n  'fault.bug': '',\n} satisfies Record<keyof typeof uiEn, string>;\n",
    );
  });

  it.each(['Calls', 'calls_made', '../calls', ''])('refuses the name "%s"', (name) => {
    expect(() => newMetric(name)).toThrow('name');
  });
});
