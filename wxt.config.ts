import { defineConfig } from 'wxt';
import { fileURLToPath } from 'node:url';
import { stripNotes } from './scripts/build/strip-notes.ts';
import { manifestFor, readBuildKind } from './scripts/manifest.ts';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const kind = readBuildKind(process.env);

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  // No import line, no visible dependency: the floors are held by reading imports.
  imports: false,
  manifestVersion: 3,
  outDirTemplate:
    kind.name === 'local' ? '{{browser}}-mv{{manifestVersion}}-local' : '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) => manifestFor(browser, kind),
  zip: { name: 'touchline' },
  vite: () => ({
    plugins: [stripNotes()],
    define: { __TOUCHLINE_LOCAL__: JSON.stringify(kind.name === 'local') },
    resolve: {
      alias: {
        '@': root,
        // Doors use its signal alone; see lib/page/lifetime.ts.
        'wxt/utils/content-script-context': `${root}/lib/page/lifetime.ts`,
      },
    },
    build: { target: 'chrome120', modulePreload: false, chunkSizeWarningLimit: 900 },
  }),
});
