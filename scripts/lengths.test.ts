import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LENGTHS } from '../packages/features/src/lengths.ts';

const pages = read('apps/web/src/**/*.svelte');
const rules = read('packages/features/src/**/contract.ts', 'packages/features/src/**/tables.ts');

test('a field of a page takes its length from lengths.ts, and no number by hand', () => {
  const all = find(pages, /maxlength=(\S+?)[\s/>]/g);
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter(({ found }) => !/^\{LENGTHS\.\w+\}$/.test(found))).toEqual([]);
});

test('a contract and a table take the length of a text from lengths.ts, and no number by hand', () => {
  const byHand =
    /\b(?:(?:maybeL|l)ine|(?:maybeP|p)rose)\((\d[\d_]*)|length\(\$\{[^}]+\}\)\s*(<=?\s*\d+|between \d+)/g;
  expect(find(rules, byHand)).toEqual([]);
});

test('no length is there that nothing takes', () => {
  const taken = new Set(find([...pages, ...rules], /LENGTHS\.(\w+)/g).map(({ found }) => found));
  expect(Object.keys(LENGTHS).filter((name) => !taken.has(name))).toEqual([]);
});

function read(...patterns: string[]) {
  const files = execFileSync('git', ['ls-files', '-z', ...patterns], { encoding: 'utf8' }).split('\0');
  return files.filter(Boolean).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

function find(sources: ReturnType<typeof read>, form: RegExp) {
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(form)].map(([whole, one, other]) => ({ file, found: one ?? other ?? whole })),
  );
}
