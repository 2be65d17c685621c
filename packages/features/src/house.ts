import { connect } from '@groundwork/database';
import { openFiles } from '@groundwork/files';
import { openLive } from '@groundwork/live';
import type { Settings } from '@groundwork/settings';
import { keepSecret } from '@groundwork/settings/kept-secret';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from './context.ts';

/** Opens what the requests or the jobs of one process stand on. `databaseUrl` is already migrated. */
export async function openHouse(
  settings: Settings,
  databaseUrl: string,
  { connections = 10 }: { connections?: number } = {},
): Promise<{ house: House; close(): Promise<void> }> {
  const secret = settings.secret ?? (await ownSecret(settings.dataDir));
  const { db, close } = connect(databaseUrl, { max: connections });
  const live = await openLive({ databaseUrl, ...(settings.redisUrl && { redisUrl: settings.redisUrl }) });
  const house = {
    db,
    live,
    files: openFiles(settings),
    settings: { ...settings, secret },
  };
  return {
    house,
    async close() {
      await live.close();
      await close();
    },
  };
}

/** The secret that seals links, made once and kept beside the data, for a host who set none. */
async function ownSecret(dataDir: string) {
  await mkdir(dataDir, { recursive: true });
  return keepSecret(join(dataDir, 'secret'));
}
