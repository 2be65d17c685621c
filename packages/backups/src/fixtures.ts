import { connect } from '@groundwork/database';
import { testDatabase } from '@groundwork/database/testing';
import { aGroup, aMember } from '@groundwork/features/groups/fixtures';
import { aSite, type TestSite } from '@groundwork/features/testing';
import { newFileKey, openFiles, type Files } from '@groundwork/files';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished } from 'vitest';
import { BackupError, listBackups, makeBackup, newBackupKey, openBackup, restoreBackup } from './backups.ts';
import { countEverything } from './testing.ts';

/** A small site with something of everything, and one backup of it. */
export async function aBackup() {
  const site = await aSite({ apart: true });
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
export type Target = Pick<Restoring, 'databaseUrl' | 'files' | 'dataDir'>;

export async function restore(restoring: Restoring) {
  return restoreBackup(await openBackup(restoring), restoring);
}

export async function anEmptyPlace(): Promise<Target> {
  const { url, close } = await testDatabase();
  onTestFinished(close);
  const dataDir = await aFolder();
  return { databaseUrl: url, dataDir, files: openFiles({ dataDir }) };
}

export async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork backup '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function refused(restoring: Restoring, sentence: string | RegExp) {
  const attempt = restore(restoring);
  await expect(attempt).rejects.toThrow(BackupError);
  await expect(attempt).rejects.toThrow(sentence);
}

/** Neither a row nor a file is there. */
export async function isUntouched({ databaseUrl, dataDir }: Target) {
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
