import { readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cruise, runIn, smallHouse, type Cruised, type Plant } from './planted.ts';

const FOLDERS = ['lib', 'components', 'entrypoints', 'scripts', 'tests'];

const FLOORS = [
  ...['domain', 'words', 'kpi', 'coaching', 'pay', 'planning', 'rpc'],
  ...['adapters', 'db', 'sync', 'platform', 'page', 'services'],
];

/** One file on every floor, so that an import has somewhere to arrive. */
const ground: Record<string, string> = {
  ...Object.fromEntries(FLOORS.map((floor) => [`lib/${floor}/thing.ts`, 'export const thing = 1;\n'])),
  'lib/adapters/one/page.ts': 'export const page = 1;\n',
  'lib/adapters/one/api.ts': 'export const api = 1;\n',
  'lib/adapters/two/page.ts': 'export const page = 2;\n',
  'lib/db/migrations/migration.ts': 'export interface Migration { readonly version: number }\n',
  'components/face.tsx': 'export const face = 1;\n',
  'entrypoints/dashboard/main.tsx': 'export const main = 1;\n',
  'scripts/tool.ts': 'export const tool = 1;\n',
  'tests/support/thing.ts': 'export const thing = 1;\n',
};

function importing(rule: string, path: string, ...from: string[]): Plant {
  return { rule, path, text: from.map((each) => `import '${each}';\n`).join('') };
}

/** For each floor the nearest thing above it, or beside it, that it must not know. */
const overhead: Record<string, string> = {
  domain: 'words',
  words: 'kpi',
  kpi: 'coaching',
  coaching: 'pay',
  pay: 'planning',
  planning: 'coaching',
  rpc: 'platform',
  adapters: 'db',
  db: 'sync',
  sync: 'platform',
  platform: 'adapters',
  page: 'db',
  services: 'db',
};

const plants: readonly Plant[] = [
  ...Object.entries(overhead).map(([floor, above]) =>
    importing(`floor-${floor}`, `lib/${floor}/planted-up.ts`, `@/lib/${above}/thing`),
  ),
  // The same written with dots: paths are resolved before they are judged.
  importing('floor-kpi', 'lib/kpi/planted-dots.ts', '../db/thing'),
  // A type is an import too.
  {
    rule: 'floor-domain',
    path: 'lib/domain/planted-type.ts',
    text: "import type { thing } from '@/lib/rpc/thing';\nexport type Thing = typeof thing;\n",
  },
  ...FLOORS.map((floor) => importing(`packages-${floor}`, `lib/${floor}/planted-package.ts`, 'recharts')),
  importing('components-know-the-contract', 'components/planted.tsx', '@/lib/services/thing'),
  importing('nobody-imports-doors', 'lib/services/planted-door.ts', '@/entrypoints/dashboard/main'),
  importing('adapters-are-islands', 'lib/adapters/one/planted.ts', '../two/page'),
  importing('pages-do-not-fetch', 'lib/adapters/three/page.ts', '../one/api'),
  importing('migrations-are-sealed', 'lib/db/migrations/002-planted.ts', '@/lib/domain/thing'),
  importing('dexie-only-in-db', 'lib/services/planted-dexie.ts', 'dexie'),
  importing('browser-only-in-platform', 'lib/page/planted-browser.ts', 'wxt/browser'),
  importing('react-only-in-faces', 'lib/page/planted-react.ts', 'react'),
  importing('no-react-in-content-scripts', 'entrypoints/one.content/index.ts', 'react'),
  importing('no-node-in-the-product', 'lib/services/planted-node.ts', 'node:fs'),
  importing('nothing-ships-with-tests', 'components/planted-test.tsx', '@/tests/support/thing'),
  importing('scripts-are-not-the-product', 'components/planted-script.tsx', '@/scripts/tool'),
  importing('no-cycles', 'lib/services/planted-about.ts', './planted-round'),
  importing('nothing-unresolved', 'lib/services/planted-nowhere.ts', '@/lib/services/nowhere'),
];

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesBelow(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

describe('the guard of the floors', () => {
  let clean: Cruised;
  let planted: Cruised;
  const houses: string[] = [];

  beforeAll(() => {
    const cleanHouse = smallHouse(ground);
    const plantedHouse = smallHouse({
      ...ground,
      'lib/services/planted-round.ts': "import './planted-about';\n",
      ...Object.fromEntries(plants.map(({ path, text }) => [path, text])),
    });
    houses.push(cleanHouse, plantedHouse);
    clean = cruise(cleanHouse, FOLDERS);
    planted = cruise(plantedHouse, FOLDERS);
  }, 60_000);
  afterAll(() => houses.forEach((house) => rmSync(house, { recursive: true, force: true })));

  it('is silent in a house without fault, having looked at every file', () => {
    expect(clean.violations).toEqual([]);
    for (const path of Object.keys(ground)) expect(clean.modules).toContain(path);
  });

  it.each(plants)('$rule speaks about $path', ({ rule, path }) => {
    expect(planted.violations).toContain(`${rule} ← ${path}`);
  });

  it('has a planted import for each of its rules', () => {
    const load = createRequire(import.meta.url);
    const { forbidden } = load('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    const tried = new Set(plants.map(({ rule }) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it('cruises every source file of this house', () => {
    const { modules } = cruise('.', FOLDERS);
    const sources = FOLDERS.flatMap(sourcesBelow).filter(
      (path) => !/^tests\/(fixtures|practice-crm\/client)\//.test(path),
    );
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((path) => !modules.includes(path.replaceAll('\\', '/')))).toEqual([]);
  });
});

describe('the lint', () => {
  const bans: readonly Plant[] = [
    { rule: 'house(no-clock)', path: 'lib/kpi/a.ts', text: 'export function f() { return new Date(); }\n' },
    {
      rule: 'eslint(no-restricted-properties)',
      path: 'lib/domain/a.ts',
      text: 'export function f() { return Date.now(); }\n',
    },
    {
      rule: 'eslint(no-restricted-properties)',
      path: 'lib/coaching/a.ts',
      text: 'export function f() { return Math.random(); }\n',
    },
    {
      rule: 'eslint(no-restricted-properties)',
      path: 'lib/page/a.ts',
      text: 'export function f(at: Element, text: string) { at.innerHTML = text; }\n',
    },
    {
      rule: 'eslint(no-restricted-properties)',
      path: 'entrypoints/a.ts',
      text: "export function f(at: Element, text: string) { at.insertAdjacentHTML('beforeend', text); }\n",
    },
    {
      rule: 'eslint(no-restricted-properties)',
      path: 'lib/page/b.ts',
      text: 'export function f(text: string) { document.write(text); }\n',
    },
    {
      rule: 'react(no-danger)',
      path: 'components/a.tsx',
      text: 'export function F() { return <p dangerouslySetInnerHTML={{ __html: "x" }} />; }\n',
    },
    {
      rule: 'eslint(no-restricted-properties)',
      path: 'lib/adapters/one/page.ts',
      text: "export function f(page: Document) { return page.querySelector('h1'); }\n",
    },
    {
      rule: 'typescript(no-floating-promises)',
      path: 'lib/services/a.ts',
      text: 'async function g() { return 1; }\nexport function f() { g(); }\n',
    },
    {
      rule: 'house(no-exported-arrow)',
      path: 'lib/services/b.ts',
      text: 'export const f = (a: number) => a + 1;\n',
    },
    {
      rule: 'eslint(no-console)',
      path: 'lib/services/c.ts',
      text: 'export function f(name: string) { console.log(name); }\n',
    },
  ];
  let said: string[] = [];
  let house = '';

  beforeAll(() => {
    house = smallHouse(Object.fromEntries(bans.map(({ path, text }) => [path, text])));
    const { output } = runIn(house, 'oxlint/bin/oxlint', ['--format', 'json']);
    const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string; filename: string }[] };
    said = diagnostics.map(({ code, filename }) => `${code} ← ${filename}`);
  }, 60_000);
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  it.each(bans)('$rule speaks about $path', ({ rule, path }) => {
    expect(said).toContain(`${rule} ← ${path}`);
  });
});

describe('the compiler of the pure floors', () => {
  it.each(['document.title', 'fetch("/")', 'globalThis.setTimeout', 'process.env'])(
    'does not know %s',
    (use) => {
      const house = smallHouse({ 'lib/kpi/planted.ts': `export const seen: unknown = ${use};\n` });
      try {
        const { code, output } = runIn(house, 'typescript/bin/tsc', ['-p', 'tsconfig.pure.json']);
        expect(output).toContain('lib/kpi/planted.ts(1,');
        expect(code).not.toBe(0);
      } finally {
        rmSync(house, { recursive: true, force: true });
      }
    },
  );
});
