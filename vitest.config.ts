import { defineConfig } from 'vitest/config';

const everywhere = { pool: 'forks', maxWorkers: 2 } as const;
const skipped = ['**/node_modules/**', '**/build/**', '**/.svelte-kit/**'];

export default defineConfig({
  test: {
    ...everywhere,
    projects: [
      {
        test: {
          name: 'features',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts'],
          exclude: skipped,
          globalSetup: ['packages/database/src/testing/server.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          exclude: skipped,
          globalSetup: ['packages/database/src/testing/server.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
