import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/words/catalog';

/** ICU element types that name an argument (literal 0, argument 1 … plural 6, pound 7, tag 8). */
function argumentsOf(pattern: string): string[] {
  const names = new Set<string>();
  walk(parse(pattern, { ignoreTag: true }), names);
  return [...names].sort();
}

function walk(elements: readonly MessageFormatElement[], names: Set<string>): void {
  for (const element of elements) {
    if (element.type !== 0 && element.type !== 7) names.add(element.value);
    if ('options' in element) for (const option of Object.values(element.options)) walk(option.value, names);
  }
}

describe.each(Object.entries(catalog))('room %s', (_room, languages) => {
  const en: Readonly<Record<string, string>> = languages.en;
  const ko: Readonly<Record<string, string>> = languages.ko;

  it('has the same keys in both languages', () => {
    expect(Object.keys(ko).sort()).toEqual(Object.keys(en).sort());
    expect(Object.keys(en).length).toBeGreaterThan(0);
  });

  it.each(Object.keys(languages.en))('%s: both are messages with the same arguments', (key) => {
    expect(en[key]!.trim()).not.toBe('');
    expect(ko[key]!.trim()).not.toBe('');
    expect(argumentsOf(ko[key]!)).toEqual(argumentsOf(en[key]!));
  });
});
