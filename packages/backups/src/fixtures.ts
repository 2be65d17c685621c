import { connect } from '@groundwork/database';
import { testDatabase } from '@groundwork/database/testing';
import { aGroup, aMember } from '@groundwork/features/groups/fixtures';
import { aSite, type TestSite } from '@groundwork/features/testing';
import { newFileKey, openFiles, type Files } from '@groundwork/files';
import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, inject, onTestFinished } from 'vitest';
import { BackupError, listBackups, makeBackup, newBackupKey, openBackup, restoreBackup } from './backups.ts';
import { countEverything } from './testing.ts';

type SharedBackup = Awaited<ReturnType<typeof makeShared>>;

let shared: Promise<SharedBackup> | undefined;

/** The one backup of a small site with something of everything, made once in a worker: what was in the site, and where it came back. */
export function sharedBackup(): Promise<SharedBackup> {
  shared ??= makeShared();
  return shared;
}

/** That backup in a folder of the test's own, which may do with it as it likes. */
export async function aBackup() {
  const { archive, name, identity } = await sharedBackup();
  const to = await aBackupFolder();
  await copyFile(archive, join(to, name));
  return { to, recipe: { identity }, archive: join(to, name) };
}

/** The same beside the site as it came back from it, ready for another. */
export async function aBackedUpSite() {
  const { database, dataDir, recipient, secret } = await sharedBackup();
  const backup = await aBackup();
  const { url: databaseUrl, close } = await testDatabase({ like: database });
  onTestFinished(close);
  const files = openFiles({ dataDir });
  const making = { databaseUrl, files, keys: { secret }, to: backup.to, recipient, version: '0.0.0' };
  return { ...backup, making };
}

/** A small site with something of everything, in which people go on meanwhile; and how it is backed up. */
export async function aFurnishedSite() {
  const site = await aSite();
  const group = await furnish(site);
  const { identity, recipient } = await newBackupKey();
  const { databaseUrl, house } = site;
  const keys = { secret: house.settings.secret };
  const to = await aBackupFolder();
  const making = { databaseUrl, files: house.files, keys, to, recipient, version: '0.0.0' };
  return { site, group, making, identity };
}

async function makeShared() {
  const { site, group, making, identity } = await aFurnishedSite();
  const to = await mkdtemp(join(inject('testServer').scratch, 'backup '));
  const { name } = await makeBackup({ ...making, to });
  expect((await listBackups(to)).map((one) => one.name)).toEqual([name]);
  const before = {
    counts: await countEverything(site.databaseUrl),
    files: await contentsOf(site.house.files),
    promised: (await site.mails()).filter(({ state }) => state === 'promised').length,
  };

  const { url: databaseUrl, leave } = await testDatabase();
  await leave();
  const dataDir = await mkdtemp(join(inject('testServer').scratch, 'restored '));
  await writeFile(join(dataDir, 'secret'), 'of a site that was never set up');
  const archive = join(to, name);
  await restoreAll({ databaseUrl, dataDir, files: openFiles({ dataDir }), identity, from: archive });
  return {
    ...{ archive, name, identity, recipient: making.recipient, secret: making.keys.secret, slug: group.slug },
    ...{ before, databaseUrl, dataDir, database: new URL(databaseUrl).pathname.slice(1) },
  };
}

async function furnish(site: TestSite) {
  const group = await aGroup(site);
  const member = await aMember(site, group);
  const steward = site.as(group.steward);
  const written = { title: 'المكتبة لنا', ask: 'A\ttab, a \\N and\na line.', action: 'petition', goal: 100 };
  const { body: draft } = await steward.post(`/groups/${group.slug}/campaigns`, written);
  const { body: campaign } = await steward.put(`/campaigns/${draft.slug}/publication`);
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

export type Restoring = Parameters<typeof openBackup>[0] & Parameters<typeof restoreBackup>[1];
export type EmptyPlace = Pick<Restoring, 'databaseUrl' | 'files' | 'dataDir'>;

export async function restoreAll(restoring: Restoring) {
  return restoreBackup(await openBackup(restoring), restoring);
}

export async function anEmptyPlace(): Promise<EmptyPlace> {
  const { url, close } = await testDatabase();
  onTestFinished(close);
  const dataDir = await aBackupFolder();
  return { databaseUrl: url, dataDir, files: openFiles({ dataDir }) };
}

export async function aBackupFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork backup '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function refusedWith(restoring: Restoring, sentence: string | RegExp) {
  const attempt = restoreAll(restoring);
  await expect(attempt).rejects.toThrow(BackupError);
  await expect(attempt).rejects.toThrow(sentence);
}

/** Neither a row nor a file is there. */
export async function isUntouched({ databaseUrl, dataDir }: EmptyPlace) {
  const counts = await countEverything(databaseUrl);
  expect(Object.values(counts).every(({ rows }) => rows === 0)).toBe(true);
  const found = await readdir(dataDir, { recursive: true, withFileTypes: true });
  expect(found.filter((entry) => entry.isFile())).toEqual([]);
}

export async function contentsOf(files: Files) {
  const contents: Record<string, string> = {};
  for await (const { key } of files.list()) {
    const stream = await files.get(key);
    contents[key] = stream ? (await buffer(stream)).toString('base64') : '';
  }
  return contents;
}

/** What one statement answers. */
export async function query<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const { pool, close } = connect(url, { max: 1 });
  try {
    return (await pool.query<Row>(statement)).rows;
  } finally {
    await close();
  }
}
