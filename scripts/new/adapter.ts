import { camel, unitName, type NewUnit } from './unit.ts';

function page(id: string, name: string): string {
  return `import { definePage } from '../contract';
import { spots, type SpotName } from './spots';

export const ${name}Page = definePage<SpotName>({
  kind: '${id}',
  label: '${name}',
  revision: 1,
  spots,
  detect: () => null,
  // The address first; an open panel or dialog only when the address does not say.
  locate: () => null,
  expected: () => [],
  // Null while the page does not show this very record.
  read: () => null,
  whoami: () => null,
  anchor: () => null,
  hints: () => ({ locale: null, zone: null }),
});
`;
}

function api(id: string, name: string): string {
  return `import type { ApiAdapter, ApiFault } from '../contract';

const UNSUPPORTED: { readonly ok: false; readonly fault: ApiFault } = {
  ok: false,
  fault: { code: 'unsupported', message: 'Not written for this CRM yet', retry: false },
};

export const ${name}Api: ApiAdapter = {
  kind: '${id}',
  carrier: 'page',
  probe: () => Promise.resolve(UNSUPPORTED),
  whoami: () => Promise.resolve(UNSUPPORTED),
  read: () => Promise.resolve(UNSUPPORTED),
  listMine: () => Promise.resolve(UNSUPPORTED),
  activitiesOf: () => Promise.resolve(UNSUPPORTED),
  write: () => Promise.resolve(UNSUPPORTED),
  find: () => Promise.resolve(UNSUPPORTED),
};
`;
}

function spots(): string {
  return `import type { Spot } from '../contract';

export const spots = {
  shell: {
    css: ['[data-app]'],
    why: 'What only this CRM has on every page, and what it must not match.',
    seenIn: ['deal'],
  },
} as const satisfies Record<string, Spot>;

export type SpotName = keyof typeof spots;
`;
}

function test(id: string, name: string): string {
  return `import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { look } from '@/lib/adapters/engine';
import { ${name}Page } from '@/lib/adapters/${id}/page';

/** tests/fixtures/${id}/<case>.html: a saved page, scrubbed. <case>.json: { "url": …, "reading": … }. */
function openCase(name: string): { url: string; reading: unknown; page: Document } {
  const saved = JSON.parse(readFileSync(\`tests/fixtures/${id}/\${name}.json\`, 'utf8')) as {
    url: string;
    reading: unknown;
  };
  const html = readFileSync(\`tests/fixtures/${id}/\${name}.html\`, 'utf8');
  return { ...saved, page: new JSDOM(html, { url: saved.url }).window.document };
}

describe('a deal', () => {
  it('is read whole', () => {
    const { url, reading, page } = openCase('deal');
    expect(look(${name}Page, new URL(url), page)).toMatchObject({ kind: 'read', reading });
  });
});
`;
}

function door(id: string, name: string): string {
  return `import { defineContentScript } from 'wxt/utils/define-content-script';
import { ${name}Page } from '@/lib/adapters/${id}/page';
import { openDoor } from '@/lib/page/door';

// Registered at run time, for the origins the user added: no host is asked for before.
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main: (ctx) => openDoor(${name}Page, ctx.signal),
});
`;
}

function carrier(id: string, name: string): string {
  return `import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ${name}Api } from '@/lib/adapters/${id}/api';
import { openCarrier } from '@/lib/page/carrier';

export default defineUnlistedScript(() => openCarrier(${name}Api));
`;
}

/** A CRM that recognises nothing yet; its test is red until a page is saved. */
export function newAdapter(given: string): NewUnit {
  const id = unitName(given);
  const name = camel(id);
  return {
    files: {
      [`lib/adapters/${id}/page.ts`]: page(id, name),
      [`lib/adapters/${id}/spots.ts`]: spots(),
      [`lib/adapters/${id}/api.ts`]: api(id, name),
      [`tests/lib/adapters/${id}/page.test.ts`]: test(id, name),
      [`entrypoints/${id}.content/index.ts`]: door(id, name),
      [`entrypoints/${id}-carrier.ts`]: carrier(id, name),
    },
    steps: [
      `Add '${id}' to crmKindSchema in lib/domain/record.ts and ${name}Page to lib/adapters/pages.ts.`,
      `Save a page as tests/fixtures/${id}/deal.html, scrubbed (no names, numbers, addresses of real people), and`,
      `  what it should read as deal.json beside it. See the test red.`,
      `Name its spots with a why, then fill \`detect\`, \`locate\` and \`read\`; then api.ts.`,
      `Add its name for people to lib/words/crm.en.ts and crm.ko.ts.`,
    ],
  };
}
