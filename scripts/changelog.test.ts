import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import releases from '../packages/database/releases.json' with { type: 'json' };

const changelog = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
const versions = [...changelog.matchAll(/^## (\S+), (.+)$/gm)].map(([, version, when]) => ({
  version,
  when,
}));

test('a version is out by the changelog and by the list of releases, or by neither', () => {
  const released = versions.filter(({ when }) => when !== 'not released yet').map(({ version }) => version);
  const listed = releases.map(({ version }) => version).filter((version) => !version.includes('-'));
  expect(released.toReversed()).toEqual(listed);
});

test('the changelog begins with the version that the code calls itself', () => {
  expect(versions[0]?.version).toBe(manifest.version);
});
