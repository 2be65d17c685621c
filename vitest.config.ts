import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/build/**', '**/.svelte-kit/**'];
// One real PostgreSQL for all of them; see testDatabase().
const globalSetup = ['packages/database/src/testing/server.ts'];
/** Packages whose tests need nothing of the machine, and take seconds. */
const pure = [
  'scripts/**/*.test.ts',
  'packages/{aside,settings,words,mail,files,metrics,patches}/**/*.test.ts',
  'packages/inbox/src/{reports,listening}.test.ts',
  'apps/web/**/*.test.ts',
  'bench/**/*.test.ts',
];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { test: { name: 'units', include: pure, exclude, testTimeout: 60_000 } },
      {
        test: {
          name: 'features',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'attack/**/*.test.ts'],
          exclude: [...exclude, ...pure],
          globalSetup,
          // The files of a worker share what is loaded and the ground of aSite(), so each leaves it as it was.
          isolate: false,
          restoreMocks: true,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          exclude,
          globalSetup: [...globalSetup, 'journeys/chromium.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
