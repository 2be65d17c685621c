import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { routes } from './routes.ts';

// Tables are spread into one another, where of two routes of one name the later would stand alone.
test('Every route is written once, and is in the table of all.', async () => {
  const written: string[] = [];
  for await (const file of glob('**/routes.ts', { cwd: import.meta.dirname })) {
    const text = await readFile(join(import.meta.dirname, file), 'utf8');
    written.push(...[...text.matchAll(/'([A-Z]+ \/[^']*)':/g)].map(([, name = '']) => name));
  }
  expect(written.sort()).toEqual(Object.keys(routes).sort());
});
