import { startEmbedded } from '@groundwork/database/embedded';
import type { Settings } from '@groundwork/settings';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandRefusal } from './verb.ts';

/**
 * Calls `work` with the address of the site's database: DATABASE_URL, else the embedded one under DATA_DIR, which is
 * joined when the site runs, and else started and stopped again; made, where there was none.
 */
export async function withDatabase<T>(
  { databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  signal: AbortSignal,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  if (databaseUrl) return work(databaseUrl);
  const server = await startEmbedded(dataDir);
  try {
    signal.throwIfAborted();
    return await work(server.url);
  } finally {
    await server.stop();
  }
}

/** Throws Refusal rather than making a site where somebody stands in the wrong folder. */
export function mustLiveHere({ databaseUrl, dataDir }: Settings): void {
  if (livesHere({ databaseUrl, dataDir })) return;
  throw new CommandRefusal(
    `No site lives in ${dataDir}: set DATA_DIR to the folder where it keeps its data, or DATABASE_URL.`,
  );
}

/** Whether there is a database to talk to: one that is named, or an embedded one that was made before. */
export function livesHere({ databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>): boolean {
  return databaseUrl !== undefined || existsSync(join(dataDir, 'postgres'));
}

/** Waits for work that has nothing to take back, and no longer than until the signal aborts. */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const aborted = once(signal, 'abort').then(() => signal.throwIfAborted());
  return (await Promise.race([work, aborted])) as T;
}
