import { defineConfig } from 'drizzle-kit';
import { casing } from './src/casing.ts';

export default defineConfig({
  dialect: 'postgresql',
  casing,
  schema: ['./src/**/tables.ts', '../features/src/**/tables.ts'],
  // A test generates beside the real ones, to see that tables and migrations agree.
  out: process.env.MIGRATIONS_OUT ?? './migrations',
});
