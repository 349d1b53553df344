import { camel, unitName, type NewUnit } from './unit.ts';

/** A tally metric that counts nothing yet; its test is red until it has an example. */
export function newMetric(given: string): NewUnit {
  const id = unitName(given);
  const name = camel(id);
  return {
    files: {
      [`lib/kpi/${id}.ts`]: `import { defineTally } from './shape.ts';

/** What it counts, what it leaves out, and where the definition comes from. */
export const ${name} = defineTally({
  id: '${id}',
  version: 1,
  unit: 'count',
  better: 'higher',
  paced: true,
  tally(_event) {
    return [];
  },
});
`,
      [`tests/lib/kpi/${id}.test.ts`]: `import { describe, expect, it } from 'vitest';
import { ${name} } from '@/lib/kpi/${id}';

describe(${name}.id, () => {
  it('counts', () => {
    expect.fail('Write a table of examples: what counts, what does not, and by how much.');
  });
});
`,
    },
    steps: [
      `Write the table of examples in tests/lib/kpi/${id}.test.ts, then \`tally\`. For distinct members use`,
      `  defineSet with \`member\`, for figures from the deals table defineTable with \`compute\`.`,
      `Add ${name} to METRICS in lib/kpi/catalog.ts.`,
      `Add '${id}.name', '${id}.line', '${id}.how' and '${id}.short' to lib/words/metrics.en.ts and metrics.ko.ts.`,
    ],
  };
}
