import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};

test('the order of the features is told as it is fenced, and leaves none out', () => {
  const told = readFileSync(`${root}ARCHITECTURE.md`, 'utf8')
    .match(/^`([\w-]+(?: < [\w-]+)+)`$/m)?.[1]
    ?.split(' < ');
  const fenced = forbidden.flatMap(({ name }) => /^([\w-]+)-is-lower$/.exec(name)?.[1] ?? []);
  const folders = readdirSync(`${root}packages/features/src`, { withFileTypes: true });
  const features = folders.filter((it) => it.isDirectory()).map(({ name }) => name);
  expect(told?.slice(0, -1)).toEqual(fenced);
  expect([...(told ?? []), 'demo', 'testing'].sort()).toEqual(features.sort());
});
