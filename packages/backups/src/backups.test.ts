import { testDatabase } from '@groundwork/database/testing';
import { aGroup, aMember } from '@groundwork/features/groups/fixtures';
import { aSite, type TestSite } from '@groundwork/features/testing';
import { newFileKey, openFiles, type Files } from '@groundwork/files';
import { startBucket } from '@groundwork/files/testing';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import {
  BackupError,
  listBackups,
  makeBackup,
  newBackupKey,
  restoreBackup,
  type Restoring,
} from './backups.ts';
import { countEverything } from './testing.ts';

test('what comes back is what went in: every table, every file, the secret', async () => {
  const { site, archive, recipe } = await aBackup();
  const before = await countEverything(site.databaseUrl);
  expect(Object.values(before).filter(({ rows }) => rows > 0).length).toBeGreaterThan(12);

  const target = await anEmptyPlace();
  await restoreBackup({ ...target, ...recipe, from: archive });
  const after = await countEverything(target.databaseUrl);
  // What may not have been done yet is handed out again.
  delete before.journal_undelivered;
  delete after.journal_undelivered;
  expect(after).toEqual(before);
  expect(await contentsOf(target.files)).toEqual(await contentsOf(site.house.files));
  expect(await readFile(join(target.dataDir, 'secret'), 'utf8')).toBe(site.house.settings.secret);
});

test('a folder’s site comes back in a bucket, by way of a bucket, and goes home again', async () => {
  const bucket = await startBucket();
  onTestFinished(() => bucket.stop());
  const { site, recipe, making } = await aBackup();
  const place = bucket.url.replace('?', '/backups?');
  await makeBackup({ ...making, to: place });
  const inBucket = openFiles({ dataDir: '', filesUrl: bucket.url.replace('?', '/files?') });
  const there = { ...(await anEmptyPlace()), files: inBucket };
  await restoreBackup({ ...there, ...recipe, from: place });
  expect(await contentsOf(inBucket)).toEqual(await contentsOf(site.house.files));

  const home = await anEmptyPlace();
  await makeBackup({ ...making, databaseUrl: there.databaseUrl, files: inBucket, to: making.to });
  await restoreBackup({ ...home, ...recipe, from: making.to });
  expect(await contentsOf(home.files)).toEqual(await contentsOf(site.house.files));
});

test('the restored site goes on: who was signed in still is, and triggers and references hold again', async () => {
  const { site, archive, recipe, slug } = await aBackup();
  const target = await anEmptyPlace();
  await restoreBackup({ ...target, ...recipe, from: archive });
  const shape = async (url: string) => (await query(url, SHAPE)).map((row) => JSON.stringify(row));
  expect(await shape(target.databaseUrl)).toEqual(await shape(site.databaseUrl));
  const [{ count: members } = { count: 0 }] = await query<{ count: number }>(
    target.databaseUrl,
    `select member_count as count from groups where slug = '${slug}'`,
  );
  expect(members).toBe(2);
  expect(await query(target.databaseUrl, 'select from sessions')).not.toHaveLength(0);
});

test('mail that was promised is asked for again, and what was sent is not sent again', async () => {
  const { site, archive, recipe } = await aBackup();
  const target = await anEmptyPlace();
  await restoreBackup({ ...target, ...recipe, from: archive });
  const promised = await query(
    target.databaseUrl,
    `select m.id from mails m join journal j on j.subject_id = m.id join journal_undelivered u on u.entry_id = j.id
     where m.state = 'promised'`,
  );
  const mails = await site.mails();
  expect(promised).toHaveLength(mails.filter(({ state }) => state === 'promised').length);
});

test('what is written while a backup is made neither breaks it nor half appears in it', async () => {
  const { site, making, recipe } = await aBackup();
  let wrote: Promise<unknown> = Promise.resolve();
  const { manifest } = await makeBackup({
    ...making,
    onProgress: (done, _total, unit) => {
      if (unit === 'tables' && done === 1) wrote = aGroup(site);
    },
  });
  await wrote;
  const target = await anEmptyPlace();
  await restoreBackup({ ...target, ...recipe, from: making.to });
  expect((await countEverything(target.databaseUrl)).groups).toEqual(manifest.counts.groups);
  expect(manifest.counts.groups?.rows).toBe(1);
});

test('a restore never writes over a site, nor over something else', async () => {
  const { site, archive, recipe } = await aBackup();
  const before = await countEverything(site.databaseUrl);
  const onto = { ...(await anEmptyPlace()), databaseUrl: site.databaseUrl };
  await refused({ ...onto, ...recipe, from: archive }, 'A site lives here already');
  expect(await countEverything(site.databaseUrl)).toEqual(before);

  const other = await anEmptyPlace();
  await query(other.databaseUrl, 'drop table sites cascade');
  await refused({ ...other, ...recipe, from: archive }, 'tables of something else');
});

test('the wrong key, no key, another SECRET: a sentence, and nothing changed', async () => {
  const { archive, recipe } = await aBackup();
  const target = await anEmptyPlace();
  const { identity } = await newBackupKey();
  await refused({ ...target, identity, from: archive }, 'does not open this archive');
  await refused({ ...target, identity: 'hello', from: archive }, 'holds none');
  const secret = 'a secret of another site, long enough';
  await refused({ ...target, ...recipe, secret, from: archive }, 'take SECRET out of the settings');
  await refused({ ...target, ...recipe, from: await aFolder() }, 'no backup at that place');
  await isUntouched(target);
});

test('an archive that was cut short, or changed, or is something else, is refused before anything changes', async () => {
  const { archive, recipe } = await aBackup();
  const whole = await readFile(archive);
  const target = await anEmptyPlace();
  const spoilt = [
    whole.subarray(0, whole.length - 700),
    whole.subarray(0, whole.length - 1),
    flip(whole, whole.length - 400),
    Buffer.from('a holiday picture'),
    Buffer.alloc(0),
  ];
  for (const bytes of spoilt) {
    await writeFile(archive, bytes);
    await refused({ ...target, ...recipe, from: archive }, /no archive of Groundwork|not whole/);
  }
  await isUntouched(target);
});

test('an archive of a newer version is refused', async () => {
  const { site, making, recipe } = await aBackup();
  await query(
    site.databaseUrl,
    `insert into drizzle.__drizzle_migrations (hash, created_at) values ('tomorrow', 9e15)`,
  );
  await makeBackup(making);
  const target = await anEmptyPlace();
  await refused({ ...target, ...recipe, from: making.to }, 'made by a newer version');
});

test('a place that cannot be written, and a key that is none, are a sentence and leave nothing', async () => {
  const { making } = await aBackup();
  const file = join(await aFolder(), 'a file');
  await writeFile(file, '');
  await expect(makeBackup({ ...making, to: join(file, 'below') })).rejects.toThrow(/cannot be written/);
  const empty = await aFolder();
  await expect(makeBackup({ ...making, to: empty, recipient: 'age1nobody' })).rejects.toThrow(BackupError);
  expect(await readdir(empty)).toEqual([]);
});

test('an interrupted backup leaves nothing, and an interrupted restore can be run again', async () => {
  const { making, recipe, archive } = await aBackup();
  const empty = await aFolder();
  const stopping = new AbortController();
  const interrupted = makeBackup({
    ...making,
    to: empty,
    signal: stopping.signal,
    onProgress: (done) => done === 5 && stopping.abort(),
  });
  await expect(interrupted).rejects.toThrow();
  expect(await readdir(empty)).toEqual([]);

  const target = await anEmptyPlace();
  const halting = new AbortController();
  const half = restoreBackup({
    ...target,
    ...recipe,
    from: archive,
    signal: halting.signal,
    onProgress: (done, total) => total > 0 && done > total / 2 && halting.abort(),
  });
  await expect(half).rejects.toThrow();
  await isUntouched(target);
  await restoreBackup({ ...target, ...recipe, from: archive });
});

const SHAPE = `
  select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint
  where connamespace = 'public'::regnamespace
  union all
  select tgrelid::regclass::text, tgname, tgenabled::text, null from pg_trigger where not tgisinternal
  order by 1, 2`;

/** A small site with something of everything, and one backup of it. */
async function aBackup() {
  const site = await aSite();
  const group = await furnish(site);
  const to = await aFolder();
  const { identity, recipient } = await newBackupKey();
  const { databaseUrl, house } = site;
  const keys = { secret: house.settings.secret };
  const making = { databaseUrl, files: house.files, keys, to, recipient, version: '0.0.0' };
  const { name } = await makeBackup(making);
  expect((await listBackups(to)).map((kept) => kept.name)).toEqual([name]);
  return { site, making, recipe: { identity }, archive: join(to, name), slug: group.slug };
}

async function furnish(site: TestSite) {
  const group = await aGroup(site);
  const member = await aMember(site, group);
  const steward = site.as(group.steward);
  const draft = { title: 'المكتبة لنا', ask: 'A\ttab, a \\N and\na line.', action: 'petition', goal: 100 };
  const { body: campaign } = await steward.post(`/groups/${group.slug}/campaigns`, draft);
  await steward.put(`/campaigns/${campaign.slug}/publication`);
  for (const n of [1, 2, 3]) {
    const email = `person${n}@example.org`;
    await site
      .as(null)
      .post(`/campaigns/${campaign.slug}/signatures`, { name: 'Ana', email, updates: n > 1 });
    if (n === 1) await site.work();
  }
  const { body: channel } = await steward.post(`/groups/${group.slug}/channels`, { name: 'rides' });
  await site.as(member).post(`/channels/${channel.id}/messages`, { body: 'Who drives? 🚐' });
  for (const size of [0, 1, 300_000]) await site.house.files.put(newFileKey(), Buffer.alloc(size, 'ö'));
  return group;
}

type Target = Pick<Restoring, 'databaseUrl' | 'files' | 'dataDir'>;
async function anEmptyPlace(): Promise<Target> {
  const { url, close } = await testDatabase();
  onTestFinished(close);
  const dataDir = await aFolder();
  return { databaseUrl: url, dataDir, files: openFiles({ dataDir }) };
}

async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork backup '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function refused(restoring: Restoring, sentence: string | RegExp) {
  const attempt = restoreBackup(restoring);
  await expect(attempt).rejects.toThrow(BackupError);
  await expect(attempt).rejects.toThrow(sentence);
}

async function isUntouched({ databaseUrl, dataDir }: Target) {
  const counts = await countEverything(databaseUrl);
  expect(Object.values(counts).every(({ rows }) => rows === 0)).toBe(true);
  expect(await readdir(dataDir)).not.toContain('secret');
}

async function contentsOf(files: Files) {
  const contents: Record<string, string> = {};
  for await (const { key } of files.list()) {
    const stream = await files.get(key);
    contents[key] = stream ? (await buffer(stream)).toString('base64') : '';
  }
  return contents;
}

function flip(archive: Buffer, at: number) {
  const changed = Buffer.from(archive);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  return changed;
}

async function query<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const { connect } = await import('@groundwork/database');
  const { pool, close } = connect(url, { max: 1 });
  try {
    return (await pool.query<Row>(statement)).rows;
  } finally {
    await close();
  }
}
