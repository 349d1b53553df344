// The floors of the house (ARCHITECTURE.md). Imports go down only, neighbours on one floor do not know each other.
// Paths are resolved before they are judged, so `../` and `@/` are the same. tests/meta/floors.test.ts plants one
// forbidden import per rule and fails when a rule stays silent.

const pure = ['domain', 'words', 'kpi'];

/** What each floor of lib/ may import of lib/, beside itself. */
const floors = {
  domain: [],
  words: ['domain'],
  kpi: ['domain', 'words'],
  coaching: pure,
  pay: pure,
  planning: pure,
  rpc: [...pure, 'coaching', 'pay', 'planning'],
  adapters: [...pure, 'rpc'],
  db: [...pure, 'coaching', 'pay', 'planning', 'rpc'],
  sync: [...pure, 'rpc'],
  platform: [...pure, 'rpc'],
  // Runs inside the CRM's page: no database there.
  page: ['domain', 'words', 'rpc', 'adapters', 'platform'],
  // Use cases get database, transports and browser handed in as ports.
  services: [...pure, 'coaching', 'pay', 'planning', 'rpc', 'adapters'],
};

/** Which packages each floor may use; a package not named here is not for that floor. */
const packages = {
  domain: ['zod', 'temporal-polyfill'],
  words: ['intl-messageformat', 'es-hangul'],
  kpi: ['zod'],
  coaching: ['zod'],
  pay: ['zod'],
  planning: ['zod'],
  rpc: ['zod'],
  adapters: ['zod'],
  db: ['zod', 'dexie'],
  sync: ['zod'],
  platform: ['zod', 'wxt', 'ulid'],
  page: [],
  services: ['zod'],
};

const PACKAGE = '(^|/)node_modules/(@types/)?';

function oneOf(names) {
  return names.length === 0 ? '(?!)' : `(${names.join('|')})`;
}

const floorRules = Object.entries(floors).map(([floor, below]) => ({
  name: `floor-${floor}`,
  severity: 'error',
  comment: `lib/${floor} may import ${below.length === 0 ? 'nothing else of the house' : `only lib/{${below.join(',')}}`}. Move what you need down, or get it handed in as an argument.`,
  from: { path: `^lib/${floor}/` },
  to: { path: '^(lib|components|entrypoints|scripts|tests)/', pathNot: `^lib/${oneOf([floor, ...below])}/` },
}));

const packageRules = Object.entries(packages).map(([floor, allowed]) => ({
  name: `packages-${floor}`,
  severity: 'error',
  comment: `lib/${floor} may use ${allowed.length === 0 ? 'no package' : `only ${allowed.join(', ')}`}.`,
  from: { path: `^lib/${floor}/` },
  to: { path: 'node_modules', pathNot: `${PACKAGE}${oneOf(allowed)}/` },
}));

module.exports = {
  forbidden: [
    ...floorRules,
    ...packageRules,
    {
      name: 'components-know-the-contract',
      severity: 'error',
      comment:
        'Components know lib/rpc, the words and the pure catalogues; what they need done they ask for by a call.',
      from: { path: '^components/' },
      to: {
        path: '^(lib|entrypoints|scripts|tests)/',
        pathNot: '^lib/(domain|words|kpi|coaching|pay|planning|rpc)/',
      },
    },
    {
      name: 'nobody-imports-doors',
      severity: 'error',
      comment: 'Entrypoints wire things together; what two of them share belongs to lib or components.',
      from: { pathNot: '^(entrypoints|tests)/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'adapters-are-islands',
      severity: 'error',
      comment: 'One CRM must not break with another: share through lib/adapters itself.',
      from: { path: '^lib/adapters/([^/]+)/' },
      to: { path: '^lib/adapters/[^/]+/', pathNot: '^lib/adapters/$1/' },
    },
    {
      name: 'pages-do-not-fetch',
      severity: 'error',
      comment: 'page.ts reads the page it is given; what talks to the CRM is api.ts.',
      from: { path: '^lib/adapters/[^/]+/page\\.ts$' },
      to: { path: '^lib/adapters/[^/]+/api\\.ts$' },
    },
    {
      name: 'migrations-are-sealed',
      severity: 'error',
      comment:
        'A migration is the past: it may not change because the code of today does. Copy what it needs into it.',
      from: { path: '^lib/db/migrations/\\d' },
      to: {
        path: '^(lib|components|entrypoints|scripts|tests)/',
        pathNot: '^lib/db/migrations/migration\\.ts$',
      },
    },
    {
      name: 'dexie-only-in-db',
      severity: 'error',
      comment: 'The database is reached through the repositories of lib/db.',
      from: { pathNot: '^(lib/db|tests)/' },
      to: { path: `${PACKAGE}dexie/` },
    },
    {
      name: 'browser-only-in-platform',
      severity: 'error',
      comment: 'browser.* and wxt live in lib/platform and in the entrypoints.',
      from: { pathNot: '^(lib/platform/|entrypoints/|tests/|scripts/manifest\\.ts$|wxt\\.config\\.ts$)' },
      to: { path: `${PACKAGE}wxt/` },
    },
    {
      name: 'react-only-in-faces',
      severity: 'error',
      comment:
        'React and what belongs to it live in components and entrypoints: a content script must stay thin.',
      from: { pathNot: '^(components|entrypoints|tests)/' },
      to: { path: `${PACKAGE}(react|react-dom|@base-ui|@tanstack|zustand|lucide-react|recharts)/` },
    },
    {
      name: 'no-react-in-content-scripts',
      severity: 'error',
      comment:
        'A content script loads into every page of the CRM: no React, no Zod, no database (size limit 20 kB).',
      from: { path: '^entrypoints/[^/]+\\.content/' },
      to: { path: `^(components|lib/(db|services|sync))/|${PACKAGE}(react|react-dom|zod|dexie|@base-ui)/` },
    },
    {
      name: 'no-node-in-the-product',
      severity: 'error',
      comment: 'The product runs in a browser.',
      from: { path: '^(lib|components|entrypoints)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-ships-with-tests',
      severity: 'error',
      comment: 'Only tests, and the scripts that drive a browser, may import tests.',
      from: { pathNot: '^(tests/|scripts/(start|shots|bench)/)' },
      to: { path: '^tests/' },
    },
    {
      name: 'scripts-are-not-the-product',
      severity: 'error',
      comment: 'Scripts build and check the product; only wxt.config.ts and tests import them.',
      from: { path: '^(lib|components|entrypoints)/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or need a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment: 'An import nobody can follow is an import no rule can judge.',
      from: {},
      // WXT's virtual modules end in a question mark or exist only while building.
      to: { couldNotResolve: true, pathNot: '\\?' },
    },
  ],
  options: {
    // Its `paths` are written from this folder; those of .wxt/tsconfig.json are not, and would resolve to nothing.
    tsConfig: { fileName: 'tsconfig.pure.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.wxt|\\.output|tests/fixtures|tests/practice-crm/client)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json', '.css'],
    },
  },
};
