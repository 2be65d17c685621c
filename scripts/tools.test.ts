import { expect, test } from 'vitest';
import { run } from './tools.mjs';

const node = (program: string): [string, string[]] => [process.execPath, ['--eval', program]];

test('a program runs to its end, and what it said comes back', async () => {
  expect(await run(...node(`console.log('here'); process.exitCode = 3`))).toEqual({
    code: 3,
    output: 'here\n',
  });
});

test('a program that goes on though its work is done is ended, and has failed', async () => {
  const ended = await run(...node('setInterval(() => {}, 1000)'), { isDone: () => true, graceMs: 100 });
  expect(ended).toEqual({ code: 1, output: '\nIt was ended by SIGKILL.' });
});

test('a program whose work is done may still end by itself', async () => {
  const ended = await run(...node('setTimeout(() => process.exit(0), 300)'), { isDone: () => true });
  expect(ended.code).toBe(0);
});
