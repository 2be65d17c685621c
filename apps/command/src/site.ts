import { startEmbedded } from '@groundwork/database/embedded';
import type { Settings } from '@groundwork/settings';

/**
 * Calls `work` with the address of the site's database: DATABASE_URL, else the embedded one under DATA_DIR, which is
 * joined when the site runs, and else started and stopped again.
 */
export async function withDatabase<T>(
  { databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  if (databaseUrl) return work(databaseUrl);
  const server = await startEmbedded(dataDir);
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}
