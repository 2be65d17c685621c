import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { root } from './tools.mjs';

const WRONG = `
  const text: string = 3;
  async function ask() { return text; }
  ask();
`;

// It would also pass if it had come without the part that knows types, or had not found our rules.
test('The check of types finds what does not compile, and what only types can tell.', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-wrong-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'wrong.ts'), WRONG);
  await writeFile(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true } }');
  const said = await oxlint('--config', join(root, '.oxlintrc.json'), '--format', 'unix', folder);
  expect(said.match(/typescript\([^)]*\)/g)?.sort()).toEqual([
    'typescript(TS2322)',
    'typescript(no-floating-promises)',
  ]);
});

/** What it said, whether it found something or not. */
async function oxlint(...args: string[]): Promise<string> {
  const program = join(root, 'node_modules/oxlint/bin/oxlint');
  try {
    return (await promisify(execFile)(process.execPath, [program, ...args])).stdout;
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
