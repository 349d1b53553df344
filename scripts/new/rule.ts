import { camel, unitName, type NewUnit } from './unit.ts';

/** A rule that is silent; its test is red until it has a table of when it speaks and when it does not. */
export function newRule(given: string): NewUnit {
  const id = unitName(given);
  const name = camel(id);
  return {
    files: {
      [`lib/coaching/${id}.ts`]: `import { defineRule } from './rule.ts';

/** When it speaks and what it asks. Each threshold says where it comes from; "guess" is allowed, silence is not. */
export const ${name} = defineRule({
  id: '${id}',
  severity: 20,
  needs: ['record', 'today', 'deal'],
  restDays: 1,
  evaluate() {
    return null;
  },
});
`,
      [`tests/lib/coaching/${id}.test.ts`]: `import { describe, expect, it } from 'vitest';
import { ${name} } from '@/lib/coaching/${id}';

describe(${name}.id, () => {
  it('speaks', () => {
    expect.fail('Write the table of when it speaks, with the figures it speaks about.');
  });

  it('is silent', () => {
    expect.fail('Write the table of when it must not speak: unknown facts among them.');
  });
});
`,
    },
    steps: [
      `Write both tables in tests/lib/coaching/${id}.test.ts, then \`evaluate\`; name only the facts it needs.`,
      `Add ${name} to RULES in lib/coaching/catalog.ts.`,
      `Add '${id}' to lib/words/coaching.en.ts and coaching.ko.ts: one question, in Korean a question too.`,
    ],
  };
}
