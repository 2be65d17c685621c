import { aGroup } from '@groundwork/features/groups/fixtures';
import { newFileKey, newPeopleFileKey, openFiles } from '@groundwork/files';
import { startBucket } from '@groundwork/files/testing';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeBackup } from './backups.ts';
import {
  aBackedUpSite,
  aBackupFolder,
  aFurnishedSite,
  anEmptyPlace,
  contentsOf,
  isUntouched,
  sharedBackup,
  query,
  refusedWith,
  restoreAll,
} from './fixtures.ts';
import { anEarlierDatabase, countEverything } from './testing.ts';

test('a restored site is the site that was backed up: every table, every file, the secret', async () => {
  const { before, databaseUrl, dataDir, secret } = await sharedBackup();
  // What may not have been done yet is handed out again.
  const { journal_undelivered: _promised, ...counts } = before.counts;
  expect(Object.values(counts).filter(({ rows }) => rows > 0).length).toBeGreaterThan(12);
  const { journal_undelivered: _handedOut, ...after } = await countEverything(databaseUrl);
  expect(after).toEqual(counts);
  expect(await contentsOf(openFiles({ dataDir }))).toEqual(before.files);
  expect(await readFile(join(dataDir, 'secret'), 'utf8')).toBe(secret);
});

test('a folder’s site comes back in a bucket, by way of a bucket, and goes home again', async () => {
  const bucket = await startBucket();
  onTestFinished(() => bucket.stop());
  const { recipe, making } = await aBackedUpSite();
  const place = bucket.url.replace('?', '/backups?');
  await makeBackup({ ...making, to: place });
  const inBucket = openFiles({ dataDir: '', filesUrl: bucket.url.replace('?', '/files?') });
  const there = { ...(await anEmptyPlace()), files: inBucket };
  await restoreAll({ ...there, ...recipe, from: place });
  expect(await contentsOf(inBucket)).toEqual(await contentsOf(making.files));

  const home = await anEmptyPlace();
  await makeBackup({ ...making, databaseUrl: there.databaseUrl, files: inBucket, to: making.to });
  await restoreAll({ ...home, ...recipe, from: making.to });
  expect(await contentsOf(home.files)).toEqual(await contentsOf(making.files));
});

test('a file of people that was prepared for a day is in no backup, and every other file is', async () => {
  const { recipe, making } = await aBackedUpSite();
  const { files } = making;
  const [prepared, picture] = [`${newPeopleFileKey()}-0`, `${newFileKey()}-480`];
  for (const key of [prepared, picture]) {
    await files.put(key, Buffer.from('ana@example.org'));
    onTestFinished(() => files.remove(key));
  }
  await makeBackup(making);
  const there = await anEmptyPlace();
  await restoreAll({ ...there, ...recipe, from: making.to });
  const { [prepared]: left, ...others } = await contentsOf(files);
  expect(left).toBeDefined();
  expect(await contentsOf(there.files)).toEqual(others);
});

test('a restored site goes on: its sessions hold, and triggers, references and indexes are there again', async () => {
  const { databaseUrl, slug } = await sharedBackup();
  const asNew = await anEmptyPlace();
  const shape = async (url: string) => (await query(url, SHAPE)).map((row) => JSON.stringify(row));
  expect(await shape(databaseUrl)).toEqual(await shape(asNew.databaseUrl));
  const [{ count: members } = { count: 0 }] = await query<{ count: number }>(
    databaseUrl,
    `select member_count as count from groups where slug = '${slug}'`,
  );
  expect(members).toBe(2);
  expect(await query(databaseUrl, 'select from sessions')).not.toHaveLength(0);
});

test('a promised mail is sent after a restore, and a sent one is not sent again', async () => {
  const { databaseUrl, before } = await sharedBackup();
  const promised = await query(databaseUrl, "select from mails where state = 'promised' and due_at <= now()");
  expect(promised).toHaveLength(before.promised);
});

test('the counts of limits are in no backup, and the restored site counts anew', async () => {
  const { making, recipe } = await aBackedUpSite();
  await query(making.databaseUrl, "insert into limits values ('somebody', now(), 1, 1, 1, 1)");
  const { manifest } = await makeBackup(making);
  expect(manifest.tables.map(({ name }) => name)).not.toContain('limits');
  const target = await anEmptyPlace();
  await restoreAll({ ...target, ...recipe, from: making.to });
  expect(await query(target.databaseUrl, 'select from limits')).toHaveLength(0);
});

test('a write during a backup neither breaks it nor half appears in it', async () => {
  const { site, making, identity } = await aFurnishedSite();
  let wrote: Promise<unknown> | undefined;
  const { manifest } = await makeBackup({
    ...making,
    onProgress: () => {
      wrote ??= aGroup(site);
    },
  });
  await wrote;
  const target = await anEmptyPlace();
  await restoreAll({ ...target, identity, from: making.to });
  expect((await countEverything(target.databaseUrl)).groups).toEqual(manifest.counts.groups);
  expect(manifest.counts.groups?.rows).toBe(1);
});

test('an archive of any earlier version comes back, on the tables of this one', async () => {
  const { making, recipe } = await aBackedUpSite();
  const known = await countMigrations(making.databaseUrl);
  // The first version, and the one before this.
  for (const count of new Set([1, known - 1])) {
    const databaseUrl = await anEarlierDatabase(count);
    const to = await aBackupFolder();
    await makeBackup({ ...making, databaseUrl, to });
    const target = await anEmptyPlace();
    await restoreAll({ ...target, ...recipe, from: to });
    expect(await countMigrations(target.databaseUrl)).toBe(known);
    const [site] = await query<{ name: string }>(target.databaseUrl, 'select name from sites');
    expect(site?.name).toBe('Valley Coalition');
    expect((await countEverything(target.databaseUrl)).sites?.rows).toBe(1);
  }
});

test('foreign tables are left out and named; a database that has some is not restored into', async () => {
  const { making, recipe } = await aBackedUpSite();
  const others = `create table notes_of_the_host (id int primary key, "a ""note""" text);
    insert into notes_of_the_host values (1, 'call the electrician');
    create view "what the host likes to see" as select name from sites`;
  await query(making.databaseUrl, others);
  await makeBackup(making);
  const target = await anEmptyPlace();
  const { leftOut } = await restoreAll({ ...target, ...recipe, from: making.to });
  expect(leftOut).toEqual(['notes_of_the_host']);

  const taken = await anEmptyPlace();
  await query(taken.databaseUrl, others);
  await refusedWith({ ...taken, ...recipe, from: making.to }, 'tables of something else');
  expect(await query(taken.databaseUrl, 'select from notes_of_the_host')).toHaveLength(1);
});

test('the former secret of the folder stays beside the restored one', async () => {
  const { dataDir, secret: came } = await sharedBackup();
  const secret = join(dataDir, 'secret');
  expect(await readFile(secret, 'utf8')).toBe(came);
  expect(await readFile(`${secret}.before-restore`, 'utf8')).toBe('of a site that was never set up');
  expect((await stat(secret)).mode & 0o777).toBe(0o600);
});

test('the leftovers of killed backups are removed in time, and one that is being made stays', async () => {
  const { making } = await aBackedUpSite();
  const [dead, alive] = ['groundwork-1.partial', 'groundwork-2.partial'];
  for (const name of [dead, alive, 'other.partial']) await writeFile(join(making.to, name), '');
  const before = Date.now() / 1000 - 7_200;
  for (const name of [dead, 'other.partial']) await utimes(join(making.to, name), before, before);
  await makeBackup(making);
  const names = await readdir(making.to);
  expect(names).toEqual(expect.arrayContaining([alive, 'other.partial']));
  expect(names).not.toContain(dead);
});

test('an interrupted backup leaves nothing, and an interrupted restore can be run again', async () => {
  const { making, recipe, archive } = await aBackedUpSite();
  const empty = await aBackupFolder();
  const stopping = new AbortController();
  const interrupted = makeBackup({
    ...making,
    to: empty,
    signal: stopping.signal,
    onProgress: (done) => done > 10_000 && stopping.abort(),
  });
  await expect(interrupted).rejects.toThrow();
  expect(await readdir(empty)).toEqual([]);

  const target = await anEmptyPlace();
  const halting = new AbortController();
  const half = restoreAll({
    ...target,
    ...recipe,
    from: archive,
    signal: halting.signal,
    onProgress: (done, total) => total > 0 && done > total / 2 && halting.abort(),
  });
  await expect(half).rejects.toThrow();
  await isUntouched(target);
  await restoreAll({ ...target, ...recipe, from: archive });
});

async function countMigrations(databaseUrl: string) {
  return (await query(databaseUrl, 'select from drizzle.__drizzle_migrations')).length;
}

const SHAPE = `
  select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint
  where connamespace = 'public'::regnamespace
  union all
  select tgrelid::regclass::text, tgname, tgenabled::text, null from pg_trigger where not tgisinternal
  union all
  select tablename, indexname, indexdef, null from pg_indexes where schemaname = 'public'
  order by 1, 2, 3`;
