import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
/** `npm run test:long` runs the long suites too, whole. */
const exclude = process.env.TOUCHLINE_LONG === '1' ? [] : ['**/*.long.test.{ts,tsx}'];
const resolve = { alias: { '@': root } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        define: { __TOUCHLINE_LOCAL__: 'true' },
        test: {
          name: 'unit',
          include: ['tests/{lib,contracts,meta,components,scripts,practice-crm}/**/*.test.{ts,tsx}'],
          exclude,
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude,
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
