import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const LETTERS = ['a', 'b', 'c'];
const BENCH = fileURLToPath(new URL('bench.ts', import.meta.url));

test('a run without a flag measures everything, in five rounds', () => {
  expect(readOptions([], LETTERS)).toEqual({ isQuick: false, only: LETTERS, rounds: 5, addresses: [] });
});

test('a quick run is two rounds, unless told', () => {
  expect(readOptions(['--quick'], LETTERS)).toMatchObject({ isQuick: true, rounds: 2 });
  expect(readOptions(['--quick', '--rounds', '3'], LETTERS)).toMatchObject({ rounds: 3 });
});

test('the chosen figures run in their order', () => {
  expect(readOptions(['--only', 'c, a'], LETTERS).only).toEqual(['a', 'c']);
});

test('other addresses are taken as they are, as many as are named', () => {
  const addresses = ['http://127.0.0.1:4567/', 'http://127.0.0.1:13120/api/events'];
  const flags = addresses.flatMap((address) => ['--address', address]);
  expect(readOptions(flags, LETTERS).addresses).toEqual(addresses);
});

test.each([
  [['--only', 'z'], 'There is no figure "z": --only takes letters of a, b, c.'],
  [['--rounds', '0'], '--rounds is "0", but it must be a whole number from 1 to 99.'],
  [['--rounds', 'many'], '--rounds is "many", but it must be a whole number from 1 to 99.'],
  [
    ['--address', 'gancio'],
    '--address is "gancio", but it must be a whole address such as http://127.0.0.1:4567/.',
  ],
  [
    ['--fast'],
    "Unknown option '--fast': the flags are --quick, --only a,c and --rounds 5, and --address URL for others.",
  ],
])('%j is refused in one sentence', (args, sentence) => {
  expect(() => readOptions(args, LETTERS)).toThrow(sentence);
});

test('a wrong flag is one sentence and exit 1, and nothing is started', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BENCH, '--fast'], { encoding: 'utf8' });
  expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({
    status: 1,
    stdout: '',
    lines: 1,
  });
});
