import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import patches from '../patches.json' with { type: 'json' };

test('each patch says what it mends, where that is known, and when to look again', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !name.endsWith('.test.ts'));
  expect(Object.keys(patches)).toEqual(files.sort());
  for (const [file, { mends, upstream, lookAgain }] of Object.entries(patches)) {
    expect(mends, file).not.toBe('');
    expect(new URL(upstream).protocol, file).toBe('https:');
    expect(new Date(lookAgain).toISOString().slice(0, 10), file).toBe(lookAgain);
  }
});
