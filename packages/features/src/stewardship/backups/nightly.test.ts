import { newBackupKey } from '@groundwork/backups';
import { connect } from '@groundwork/database';
import { newFileKey } from '@groundwork/files';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { backUpNightly } from './actions.ts';

test('a backup that takes longer than a transaction may stand idle is made once, and the stewards hear of it', async () => {
  const { site, to, nightly } = await aSiteWithAPlace({ idleLimit: '200ms' });
  const release = await keepBusy(site, 'accounts');
  const slow = nightly();
  await vi.waitFor(async () => expect(await waitingSeconds(site)).toBeGreaterThan(1), 20_000);
  expect(await nightly()).toBeNull();
  await release();
  expect(await slow).toMatchObject({ removed: [] });
  expect(await readdir(to)).toHaveLength(1);
  const steward = site.as(await anAccount(site, { isSiteSteward: true }));
  const { backup } = (await steward.get('/site/status')).body;
  expect(backup).toMatchObject({ lastDoneAt: expect.any(String), lastFailedAt: null });
});

test('a backup that copies files does not keep the database from cleaning up', async () => {
  const { site, nightly } = await aSiteWithAPlace();
  const file = await aFileThatWaits(site);
  const slow = nightly();
  const { finish } = await file.asked();
  const { rows } = await site.db.$client.query(
    `select from pg_stat_activity where datname = current_database() and application_name like 'groundwork backup%'
       and (xact_start is not null or backend_xmin is not null)`,
  );
  expect(rows).toEqual([]);
  await finish();
  expect(await slow).not.toBeNull();
});

test('a cancelled backup leaves nothing, counts as no failure, and can be made anew at once', async () => {
  const { site, to, nightly } = await aSiteWithAPlace();
  const release = await keepBusy(site, 'accounts');
  const stopping = new AbortController();
  const slow = nightly(stopping.signal);
  await vi.waitFor(async () => expect(await waitingSeconds(site)).toBeGreaterThan(0), 20_000);
  stopping.abort();
  await expect(slow).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  await release();
  expect(await readdir(to)).toEqual([]);
  expect(await nightly()).not.toBeNull();
});

test('a backup is made though those before it cannot be removed', async () => {
  const { to, nightly } = await aSiteWithAPlace();
  // A folder of that name stands for whatever does not let itself be removed.
  const stubborn = 'groundwork-2020-02-03T04-05-06Z.tar.zst.age';
  await mkdir(join(to, stubborn));
  expect(await nightly()).toMatchObject({ removed: null });
  expect(await readdir(to)).toHaveLength(2);
});

async function aSiteWithAPlace({ idleLimit = '2min' } = {}) {
  const site = await aSite({ apart: true });
  const to = await mkdtemp(join(tmpdir(), 'groundwork nightly '));
  const { recipient } = await newBackupKey();
  const settings = {
    ...site.house.settings,
    backupTo: to,
    backupRecipient: recipient,
    backupKeep: '1 daily',
  };
  const name = new URL(site.databaseUrl).pathname.slice(1);
  await site.db.$client.query(
    `alter database ${name} set idle_in_transaction_session_timeout = '${idleLimit}'`,
  );
  // Connections that are opened from now on follow it.
  const { db, close } = connect(site.databaseUrl);
  onTestFinished(async () => {
    await close();
    await rm(to, { recursive: true });
  });
  const house = { ...site.house, db, settings };
  const nightly = (signal?: AbortSignal) =>
    backUpNightly(house, site.databaseUrl, { ...(signal && { signal }) });
  return { site, to, nightly };
}

/** Makes whoever reads the table wait until released. */
async function keepBusy({ databaseUrl }: TestSite, table: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`set idle_in_transaction_session_timeout = 0; begin; lock table ${table}`);
  return () => client.end();
}

/** For how long the backup has been waiting for a table. */
async function waitingSeconds({ db }: TestSite): Promise<number> {
  const { rows } = await db.$client.query<{ seconds: number }>(
    `select extract(epoch from clock_timestamp() - query_start)::float as seconds from pg_stat_activity
     where datname = current_database() and application_name = 'groundwork backup' and wait_event_type = 'Lock'`,
  );
  return rows[0]?.seconds ?? 0;
}

/** A file of the site whose bytes come when they are told to: a pipe, to which nobody has written yet. */
async function aFileThatWaits({ house }: TestSite) {
  const key = newFileKey();
  const path = join(house.settings.dataDir, 'files', key.slice(0, 2), key);
  await mkdir(dirname(path), { recursive: true });
  execFileSync('mkfifo', [path]);
  return {
    /** Resolves when somebody reads it. */
    async asked() {
      const pipe = await open(path, 'w');
      return { finish: () => pipe.close() };
    },
  };
}
