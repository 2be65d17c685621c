import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The framework asks for the names of a route's files; the words of a feature bear its name, in each language. */
const NAMED_BY_PLACE = /^apps\/web\/src\/routes\/|^packages\/words\/src\/(en|es|ar)\//;

const files = execFileSync('git', ['ls-files', 'apps/**/*.ts', 'packages/**/*.ts'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file && !NAMED_BY_PLACE.test(file));
const exporters = new Map<string, Set<string>>();
for (const file of files)
  for (const name of exportsOf(file)) exporters.set(name, (exporters.get(name) ?? new Set()).add(file));

test('an exported name is exported by one file, so that it means one thing', () => {
  const homonyms = [...exporters].filter(([, { size }]) => size > 1);
  expect(homonyms.map(([name, where]) => `${name}: ${[...where].join(', ')}`)).toEqual([]);
});

test('an exported name has no word in it that the glossary gave up', () => {
  const givenUp = new Set(listGivenUp());
  expect(givenUp.size).toBeGreaterThan(10);
  const stale = [...exporters.keys()].filter((name) => wordsOf(name).some((word) => givenUp.has(word)));
  expect(stale).toEqual([]);
});

/** What a file declares and exports; what it passes on from elsewhere has its name from there. */
function exportsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(namesIn);
    const { name } = statement as ts.Statement & { name?: ts.Identifier };
    return name ? [name.text] : [];
  });
}

function namesIn({ name }: ts.VariableDeclaration | ts.BindingElement): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element) : []));
}

/** The words in `code` of the last column. */
function listGivenUp(): string[] {
  const rows = readFileSync('docs/glossary.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  return rows.flatMap((row) =>
    [...(row.split('|').at(-2) ?? '').matchAll(/`(\w+)`/g)].flatMap(([, word = '']) => word),
  );
}

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _]/);
}
