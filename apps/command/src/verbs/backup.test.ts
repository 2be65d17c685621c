import { startBucket } from '@groundwork/files/testing';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aCommandFolder, aSiteToBackUp, begin, groundwork, start } from '../testing/testing.ts';

test('a new key goes into a file that nobody else can read, and never over another', async () => {
  const file = join(await aCommandFolder(), 'backup-key.txt');
  const { code, json } = await groundwork(['backup', '--new-key', file, '--json']);
  expect({ code, json }).toEqual({ code: 0, json: { file, recipient: expect.stringMatching(/^age1/) } });
  const text = await readFile(file, 'utf8');
  expect(text).toContain(`# public key: ${json.recipient}\nAGE-SECRET-KEY-1`);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const again = await groundwork(['backup', '--new-key', file]);
  expect(again).toMatchObject({ code: 1, out: '' });
  expect(again.err).toContain('cannot be made, or is there already');
  expect(await readFile(file, 'utf8')).toBe(text);
  const printed = await groundwork(['backup', '--new-key', '-']);
  expect(printed.out).toMatch(/^# public key: age1\S+\nAGE-SECRET-KEY-1\S+\n$/m);
});

test('a backup is printed and listed, and BACKUP_KEEP removes the others', async () => {
  const { env, to } = await aSiteToBackUp();
  const old = ['groundwork-2020-01-01T03-00-00Z.tar.zst.age', 'groundwork-2020-01-02T03-00-00Z.tar.zst.age'];
  for (const name of [...old, 'a letter.txt']) await writeFile(join(to, name), '');
  const manner = { env: { ...env, BACKUP_KEEP: '2 yearly' } };
  const { code, json } = await groundwork(['backup', '--json'], manner);
  expect({ code, json }).toEqual({
    code: 0,
    json: {
      name: expect.stringMatching(/^groundwork-.+\.age$/),
      bytes: expect.any(Number),
      at: expect.any(String),
      tables: expect.objectContaining({ sites: { rows: 1, sha256: expect.any(String) } }),
      fileCount: 1,
      removed: [old[0]],
    },
  });
  expect((await readdir(to)).sort()).toEqual(['a letter.txt', old[1], json.name].sort());
  const listed = await groundwork(['backup', '--list', '--json'], manner);
  expect(listed.json.backups.map(({ name }) => name)).toEqual([json.name, old[1]]);
  const outcome = await groundwork(['backup'], manner);
  expect(outcome.out).toMatch(
    /^Backing up \.\.\. [\d.]+ s\ngroundwork-\S+, \d+ kB, in .+: \d+ rows and one file\.$/m,
  );
});

test('a disk that becomes full during a backup gives one sentence, and nothing is left there', async () => {
  const { env, to } = await aSiteToBackUp();
  // No file may become longer than 64 blocks: for everyone, as a full disk is only for root.
  const before = ['sh', '-c', 'ulimit -f 64; exec "$@"', 'sh'];
  const { code, out, err } = await start(['backup'], { env, before }).outcome;
  expect({ code, out }).toEqual({ code: 1, out: 'Backing up ... failed\n' });
  expect(err).toBe('The disk of the backups is full, so none was made: make room there.\n');
  expect(await readdir(to)).toEqual([]);
});

test('a folder that cannot be written or made gives one sentence', async () => {
  const { env, to } = await aSiteToBackUp();
  await writeFile(join(to, 'file'), '');
  for (const folder of [join(to, 'file/below'), '/proc/x', '/proc/x/y']) {
    const { code, json } = await groundwork(['backup', '--to', folder, '--json'], { env });
    expect({ code, keys: Object.keys(json) }).toEqual({ code: 1, keys: ['error'] });
    expect(json.error).toMatch(/^The folder of the backups cannot be (read|written): /);
  }
  const { code, json } = await groundwork(['backup', '--to', join(to, 'not/there/yet'), '--json'], { env });
  expect({ code, made: await readdir(join(to, 'not/there/yet')) }).toEqual({ code: 0, made: [json.name] });
});

test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'one that is interrupted by %s leaves nothing, in the folder and on record',
  async (signal) => {
    const { site, env, to } = await aSiteToBackUp();
    const busy = await site.db.$client.connect();
    await busy.query('begin; lock table accounts');
    const { send, outcome } = begin(['backup'], { env });
    await vi.waitFor(async () => expect(await readdir(to)).toHaveLength(1), 20_000);
    send(signal);
    expect(await outcome).toEqual({
      code: 130,
      out: 'Backing up ... interrupted\n',
      err: 'Interrupted; nothing was changed.\n',
      json: {},
    });
    await busy.query('rollback');
    busy.release();
    expect(await readdir(to)).toEqual([]);
    expect((await site.db.$client.query('select from backups')).rowCount).toBe(0);
  },
);

test('a bucket takes, lists and returns a backup, and its secret is never printed', async () => {
  const { env, key } = await aSiteToBackUp();
  const bucket = await startBucket();
  onTestFinished(() => bucket.stop());
  const manner = { env: { ...env, BACKUP_TO: bucket.url.replace('?', '/backups?') } };
  const made = await groundwork(['backup'], manner);
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toContain('in the bucket');
  const checked = await groundwork(['restore', '--key', key, '--check', '--json'], manner);
  expect(checked.json).toMatchObject({ fileCount: 1 });
  const wrong = { env: { ...env, BACKUP_TO: bucket.url.replace('S3RVER:', 'NOBODY:') } };
  const refused = await groundwork(['backup'], wrong);
  expect(refused.err).toMatch(/^The bucket does not let us in: /);
  expect(made.out + refused.err).not.toMatch(/S3RVER|NOBODY/);
});
