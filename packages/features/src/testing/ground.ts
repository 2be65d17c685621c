import { buildApi } from '@groundwork/api';
import { testDatabase } from '@groundwork/database/testing';
import { openFiles } from '@groundwork/files';
import { openLive } from '@groundwork/live';
import { loadSettings } from '@groundwork/settings';
import type { FastifyInstance } from 'fastify';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { House } from '../context.ts';

export const TEST_ORIGIN = 'http://groundwork.test';

/** What a site of a test stands on: a database, a folder, and an api over both. */
type Ground = {
  url: string;
  house: House;
  app: FastifyInstance;
  clear(): Promise<void>;
  close(): Promise<void>;
};

/** The one that this worker's tests lend each other, while nobody has it. */
let shared: Ground | null = null;

/**
 * A ground with nothing on it until the test ends. Making one takes longer than most tests, so the worker keeps one and
 * clears it; who asks for one `apart`, or for a second one at the same time, gets a new one, gone when the test ends.
 */
export async function borrowGround({ apart }: { apart: boolean }): Promise<Ground> {
  const found = apart ? null : shared;
  if (found) shared = null;
  const ground = found ?? (await makeGround());
  await ground.clear();
  onTestFinished(async () => {
    if (apart || shared) await ground.close();
    else shared = ground;
  });
  return ground;
}

async function makeGround(): Promise<Ground> {
  const { url, db, empty, close } = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'groundwork-'));
  const settings = loadSettings({ PUBLIC_URL: TEST_ORIGIN, DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const live = await openLive({ databaseUrl: url });
  // Nobody answers there: no test asks the internet.
  settings.dnsServers = ['127.0.0.1:1'];
  const atFirst = { ...settings, secret: 'a secret that only tests know' };
  const house: House = { db, live, files: openFiles({ dataDir }), settings: { ...atFirst } };
  const app = await buildApi(house);
  return {
    url,
    house,
    app,
    async clear() {
      await empty();
      for (const name of Object.keys(house.settings))
        delete (house.settings as Record<string, unknown>)[name];
      Object.assign(house.settings, atFirst);
      await rm(dataDir, { recursive: true });
      await mkdir(dataDir);
    },
    async close() {
      await app.close();
      await live.close();
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
