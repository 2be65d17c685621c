import { countEverything } from '@groundwork/backups/testing';
import { connect, type Connection } from '@groundwork/database';
import { testDatabase } from '@groundwork/database/testing';
import { aQuickFolder } from '@groundwork/database/testing/embedded';
import { domainOfGroup } from '@groundwork/features/groups/domains/fixtures';
import { aGroup } from '@groundwork/features/groups/fixtures';
import { decryptKept } from '@groundwork/features/tokens';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aCommandFolder, aSiteToBackUp, groundwork, start, type Env } from '../testing/testing.ts';

test('a site comes back equal, into an empty database and an empty folder', async () => {
  const { site, env, key, identity, to } = await aSiteToBackUp();
  await aGroup(site);
  await groundwork(['backup'], { env });
  const before = await everythingIn(env);
  const target = await anEmptyPlace();

  const check = ['restore', to, '--key', '-', '--check'];
  const checked = await groundwork(check, { env: target, input: identity });
  expect(checked.out).toMatch(
    /^It is whole: \d+ rows and one file, from .+ UTC, made by Groundwork 0\.1\.0\.$/m,
  );
  expect((await everythingIn(target)).tables.sites?.rows).toBe(0);

  const { code, json } = await groundwork(['restore', to, '--key', key, '--json'], { env: target });
  expect({ code, json }).toMatchObject({ code: 0, json: { version: '0.1.0', fileCount: 1 } });
  const after = await everythingIn(target);
  expect(after.files).toEqual(before.files);
  const { journal_undelivered: _handedOut, backups: _noted, journal: _, ...tables } = before.tables;
  expect(after.tables).toMatchObject(tables);
  expect(json.tables).toMatchObject(tables);
});

test('the key of a group’s own domain comes back with the secret that opens it', async () => {
  const { site, env, key, to } = await aSiteToBackUp();
  await domainOfGroup(site, await aGroup(site)).enter();
  await groundwork(['backup'], { env });
  const target = await anEmptyPlace();
  expect((await groundwork(['restore', to, '--key', key], { env: target })).code).toBe(0);
  const { pool, close } = connect(target.DATABASE_URL, { max: 1 });
  onTestFinished(close);
  const { rows } = await pool.query<{ id: string; kept: string }>(
    'select id, mail_key(id) as kept from group_domains',
  );
  const [{ id: rowId, kept } = { id: '', kept: '' }] = rows;
  const secret = (await readFile(join(target.DATA_DIR, 'secret'), 'utf8')).trim();
  expect(decryptKept(secret, 'dkim-key', { kept, rowId })).toContain('BEGIN PRIVATE KEY');
  expect(decryptKept('another secret', 'dkim-key', { kept, rowId })).toBeNull();
});

test('a site that had a database of its own comes back into the embedded one', async () => {
  const { env, key, to } = await aSiteToBackUp();
  await groundwork(['backup'], { env });
  const own = { DATA_DIR: join(await aQuickFolder(), 'data') };
  const { code, out, err } = await groundwork(['restore', to, '--key', key], { env: own });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(
    /^Checking the archive \.\.\. [\d.]+ s\nRestoring \.\.\. [\d.]+ s\nEverything is back: .+\nStart the site, .+\n$/,
  );
  const { json } = await groundwork(['stats', '--json'], { env: own });
  expect(json.site).toMatchObject({ name: 'Valley Coalition', isSetUp: true });
});

test('a wrong archive, key or database gives one sentence, and nothing changes', async () => {
  const { env, key, to } = await aSiteToBackUp();
  await groundwork(['backup'], { env });
  const target = await anEmptyPlace();
  const folder = await aCommandFolder();
  const foreign = join(folder, 'picture.tar.zst.age');
  await writeFile(foreign, 'a holiday picture');
  await groundwork(['backup', '--new-key', join(folder, 'other-key.txt')]);
  const refusals: [Env, string[], string][] = [
    [env, [to, '--key', key], 'A site lives here already, and a restore never writes over one'],
    [target, [to, '--key', join(folder, 'no-key.txt')], 'The key file '],
    [target, [to, '--key', join(folder, 'other-key.txt')], 'This key does not open this archive'],
    [target, [foreign, '--key', key], 'This is no archive of Groundwork, or it was damaged on its way'],
    [target, [join(folder, 'nothing'), '--key', key], 'There is no backup at that place'],
  ];
  for (const [place, args, sentence] of refusals) {
    const before = await everythingIn(place);
    const { code, err } = await groundwork(['restore', ...args], { env: place });
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(err).toContain(sentence);
    expect(await everythingIn(place)).toEqual(before);
  }
});

test('a wrong key makes nothing where there was nothing', async () => {
  const { env, key, to } = await aSiteToBackUp();
  await groundwork(['backup'], { env });
  await writeFile(key, (await groundwork(['backup', '--new-key', '-'])).out);
  const dataDir = join(await aCommandFolder(), 'data');
  const { code, err } = await groundwork(['restore', to, '--key', key], { env: { DATA_DIR: dataDir } });
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('does not open this archive') });
  await expect(readdir(dataDir)).rejects.toThrow('ENOENT');
});

test.for(['SIGTERM', 'SIGKILL'] as const)(
  'one that is ended by %s halfway leaves an empty site, into which it can be done again',
  async (signal) => {
    const { site, env, key, to } = await aSiteToBackUp();
    await site.db.$client.query(`insert into journal (id, kind) values (uuidv7(), 'tests.happened')`);
    await groundwork(['backup'], { env });
    const target = await anEmptyPlace();
    const before = await everythingIn(target);
    const { pool, close } = connect(target.DATABASE_URL, { max: 1 });
    await pool.query(HALT_HALFWAY);
    await pool.query('select pg_advisory_lock(50)');
    const { child, outcome } = start(['restore', to, '--key', key], { env: target });
    await vi.waitFor(async () => expect(await isFilling(pool)).toBe(true), { timeout: 40_000, interval: 10 });
    child.kill(signal);
    await outcome;
    await pool.query('select pg_advisory_unlock(50)');
    await pool.query('drop event trigger halt_halfway');
    await close();
    expect((await outcome).code).toBe(signal === 'SIGTERM' ? 130 : null);
    expect((await everythingIn(target)).tables).toEqual(before.tables);
    if (signal === 'SIGTERM') expect(await everythingIn(target)).toEqual(before);
    const again = await groundwork(['restore', to, '--key', key, '--json'], { env: target });
    expect(again.json).toMatchObject({ fileCount: 1, tables: { sites: { rows: 1 } } });
    const { files } = await everythingIn(env);
    expect((await everythingIn(target)).files).toEqual(files);
  },
);

async function anEmptyPlace() {
  const { url, close } = await testDatabase();
  onTestFinished(close);
  return { DATABASE_URL: url, DATA_DIR: await aCommandFolder() };
}

/** Hashes of every table, and of every file below the folder. */
async function everythingIn({ DATABASE_URL = '', DATA_DIR = '' }: Env) {
  const files: Record<string, string> = {};
  for (const entry of await readdir(DATA_DIR, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile())
      files[path.replace(DATA_DIR, '')] = createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
  }
  return { tables: await countEverything(DATABASE_URL), files };
}

/** From when rows come back, the first one of the journal waits for as long as somebody holds the lock 50. */
const HALT_HALFWAY = `
  create function wait_for_lock() returns boolean language plpgsql as $$
    begin perform pg_advisory_xact_lock_shared(50); return true; end $$;
  create function halt_halfway() returns event_trigger language plpgsql as $$
    begin
      if not exists (select from pg_constraint where conname = 'halts') then
        alter table journal add constraint halts check (wait_for_lock()) not valid;
      end if;
    end $$;
  create event trigger halt_halfway on sql_drop when tag in ('DROP INDEX') execute function halt_halfway()`;

/** Whether rows are just going into the tables. */
async function isFilling(pool: Connection['pool']): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from pg_stat_activity where datname = current_database()
       and query like 'copy public."journal"%from stdin' and wait_event = 'advisory'`,
  );
  return rowCount === 1;
}
