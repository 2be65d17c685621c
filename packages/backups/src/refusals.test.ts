import { readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BackupError, makeBackup, newBackupKey, openBackup, restoreBackup } from './backups.ts';
import {
  aBackedUpSite,
  aBackup,
  aBackupFolder,
  anEmptyPlace,
  isUntouched,
  query,
  refusedWith,
} from './fixtures.ts';
import { countEverything } from './testing.ts';

test('a restore never writes over a site, nor over something else', async () => {
  const { making, archive, recipe } = await aBackedUpSite();
  const { databaseUrl } = making;
  const before = await countEverything(databaseUrl);
  const onto = { ...(await anEmptyPlace()), databaseUrl };
  await refusedWith({ ...onto, ...recipe, from: archive }, 'A site lives here already');
  expect(await countEverything(databaseUrl)).toEqual(before);

  const other = await anEmptyPlace();
  await query(other.databaseUrl, 'drop table sites cascade');
  await refusedWith({ ...other, ...recipe, from: archive }, 'tables of something else');
});

test('a wrong key, no key or another SECRET gives a sentence, and nothing changes', async () => {
  const { archive, recipe } = await aBackup();
  const target = await anEmptyPlace();
  const { identity } = await newBackupKey();
  await refusedWith({ ...target, identity, from: archive }, 'does not open this archive');
  await refusedWith({ ...target, identity: 'hello', from: archive }, 'holds none');
  const secret = 'a secret of another site, long enough';
  await refusedWith({ ...target, ...recipe, secret, from: archive }, 'take SECRET out of the settings');
  await refusedWith({ ...target, ...recipe, from: await aBackupFolder() }, 'no backup at that place');
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
    await refusedWith({ ...target, ...recipe, from: archive }, /no archive of Groundwork|not whole/);
  }
  await isUntouched(target);
});

test('an archive of a newer version is refused', async () => {
  const { making, recipe } = await aBackedUpSite();
  await query(
    making.databaseUrl,
    `insert into drizzle.__drizzle_migrations (hash, created_at) values ('tomorrow', 9e15)`,
  );
  await makeBackup(making);
  const target = await anEmptyPlace();
  await refusedWith({ ...target, ...recipe, from: making.to }, 'made by a newer version');
});

test('an archive that is replaced between its two readings changes nothing', async () => {
  const { making, recipe, archive } = await aBackedUpSite();
  const target = await anEmptyPlace();
  const opened = await openBackup({ ...recipe, from: archive });
  await query(making.databaseUrl, `update sites set name = 'Hill Coalition'`);
  const to = await aBackupFolder();
  const { name } = await makeBackup({ ...making, to });
  await rename(join(to, name), archive);
  await expect(restoreBackup(opened, target)).rejects.toThrow(BackupError);
  await isUntouched(target);
});

test('a disk without space for an archive as large as the last is left as it is', async () => {
  const { making, archive } = await aBackedUpSite();
  // As large as no disk is, and not a byte of it is written.
  await truncate(archive, 2 ** 43);
  await expect(makeBackup(making)).rejects.toThrow('has no room for one as large as the last');
  expect(await readdir(making.to)).toHaveLength(1);
});

test('a place that cannot be written, and a false key, give a sentence and leave nothing', async () => {
  const { making } = await aBackedUpSite();
  const file = join(await aBackupFolder(), 'a file');
  await writeFile(file, '');
  await expect(makeBackup({ ...making, to: join(file, 'below') })).rejects.toThrow(/cannot be written/);
  const empty = await aBackupFolder();
  await expect(makeBackup({ ...making, to: empty, recipient: 'age1nobody' })).rejects.toThrow(BackupError);
  expect(await readdir(empty)).toEqual([]);
});

function flip(archive: Buffer, at: number) {
  const changed = Buffer.from(archive);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  return changed;
}
