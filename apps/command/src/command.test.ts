import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { aCommandFolder, groundwork, lookAwayFrom } from './testing/testing.ts';

const away = { DATABASE_URL: 'postgres://nobody:hidden@127.0.0.1:1/nowhere' };
const secret = { SECRET: 'hidden hidden hidden hidden hidden hidden' };

test('the command alone lists its verbs, and `help VERB` explains one', async () => {
  const all = await groundwork([]);
  expect(all).toMatchObject({ code: 0, err: '' });
  for (const verb of ['doctor', 'backup', 'restore', 'upgrade', 'account', 'stats', 'setup-link'])
    expect(all.out).toMatch(new RegExp(`^  ${verb} +[A-Z].+\\.$`, 'm'));
  const one = await groundwork(['backup', '--help']);
  expect(one).toMatchObject({ code: 0, err: '' });
  for (const flag of ['--to', '--recipient', '--list', '--new-key', '--json', '--help'])
    expect(one.out).toMatch(new RegExp(`^  ${flag} +[a-z]`, 'm'));
  expect(await groundwork(['help', 'backup'])).toEqual(one);
});

test('the command prints its version', async () => {
  expect(await groundwork(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n' });
});

test.for<[string, string]>([
  ['backp', 'There is no command "backp"; did you mean backup?'],
  ['constructor', 'There is no command "constructor". There are: doctor, backup, '],
  ['--mail-to stats', 'There is no command "--mail-to". There are: doctor, '],
  ['help backp', 'There is no command "backp"; did you mean backup?'],
  ['backup --too x', 'There is no flag of backup "--too"; did you mean --to?'],
  ['backup --constructor', 'There is no flag of backup "--constructor". There are: --to, '],
  ['backup -x', 'There is no flag of backup "-x". There are: --to, '],
  ['backup --to', '--to needs a value: groundwork backup [--to '],
  ['backup --to --list', '--to needs a value: groundwork backup [--to '],
  ['backup --to=', '--to needs a value: groundwork backup [--to '],
  ['backup --list=yes', '--list takes no value: groundwork backup [--to '],
  ['backup now', '"now" is one word too many: groundwork backup [--to '],
  ['restore x', 'An archive opens with its key only: groundwork restore [ARCHIVE'],
  ['account reset', 'An email is missing: groundwork account [reset'],
  ['account rest a@valley.test', 'There is no deed of account "rest"; did you mean reset?'],
  ['account constructor a@valley.test', 'There is no deed of account "constructor". There are: show, '],
  ['backup --to x', 'A backup is encrypted for a key, and none is set: run groundwork backup --new-key'],
  ['doctor --dns one.one', '--dns is an address such as 9.9.9.9 or 127.0.0.1:5353.'],
])('"groundwork %s" is one sentence, and nothing happens', async ([line, sentence]) => {
  const folder = await aCommandFolder();
  const { code, out, err } = await groundwork(line.split(' '), { env: { DATA_DIR: folder } });
  expect({ code, out, isOneLine: err.split('\n').length === 2 }).toEqual({
    code: 1,
    out: '',
    isOneLine: true,
  });
  expect(err.startsWith(sentence), err).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});

test.for<[string, Record<string, string>, string]>([
  ['a wrong setting', { BACKUP_TO: 's3://KEY:hidden@/' }, 'BACKUP_TO is not a bucket such as'],
  ['a folder in which no site lives', {}, 'No site lives in '],
  ['a folder without the secret of the site', away, 'The secret of the site is not in '],
  ['a database that is away', { ...away, ...secret }, 'The database does not answer: is it running'],
])('%s is one sentence in JSON for programs', async ([, env, sentence]) => {
  const folder = await aCommandFolder();
  const { code, err, json } = await groundwork(['stats', '--json'], { env: { DATA_DIR: folder, ...env } });
  expect({ code, err, keys: Object.keys(json) }).toEqual({ code: 1, err: '', keys: ['error'] });
  expect(json.error).toContain(sentence);
  expect(json.error).not.toContain('hidden');
  expect(await readdir(folder)).toEqual([]);
});

test('a mistyped command answers in JSON too, wherever --json stands', async () => {
  for (const line of [
    ['--json', 'stats'],
    ['stats', 'now', '--json'],
  ]) {
    const { code, err, json } = await groundwork(line);
    expect({ code, err, keys: Object.keys(json) }).toEqual({ code: 1, err: '', keys: ['error'] });
  }
});

test('a reader that closes the pipe early causes no error', async () => {
  expect(await lookAwayFrom([])).toBe(0);
});
