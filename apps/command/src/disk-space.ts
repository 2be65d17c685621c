import type { Backup } from '@groundwork/backups';
import type { Settings } from '@groundwork/settings';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sizeOnDisk } from './figures.ts';
import { CommandRefusal } from './verb.ts';

/** With indexes, and the log of the transaction that fills it, a database takes 2.4 times what COPY writes of it. */
const TABLE_FACTOR = 3;

type Contents = Pick<Backup, 'tableBytes'> & { manifest: Pick<Backup['manifest'], 'files'> };

/** Throws Refusal when DATA_DIR cannot hold what a restore would put there. */
export async function mustHaveDiskSpace(
  { dataDir, databaseUrl, filesUrl }: Pick<Settings, 'dataDir' | 'databaseUrl' | 'filesUrl'>,
  { tableBytes, manifest }: Contents,
): Promise<void> {
  const needed = (databaseUrl ? 0 : tableBytes * TABLE_FACTOR) + (filesUrl ? 0 : manifest.files.bytes);
  const { bavail, bsize } = await statfs(nearestFolder(dataDir));
  if (bavail * bsize > needed) return;
  throw new CommandRefusal(
    `It would take about ${sizeOnDisk(needed)}, and ${sizeOnDisk(bavail * bsize)} are free in ${dataDir}: make room, or set DATA_DIR to a larger disk.`,
  );
}

/** The folder, or the one above that is there. */
function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}
