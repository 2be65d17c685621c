import { listPending, migrate } from '@groundwork/database/migrate';
import { openHouse } from '@groundwork/features/house';
import { findSite } from '@groundwork/features/site/queries';
import { archiveSite, noteBackup, type BackupMade } from '@groundwork/features/stewardship/backups';
import { loadSettings, type Settings } from '@groundwork/settings';
import { quiet, withHouse } from '../house.ts';
import { withDatabase } from '../site.ts';
import { CommandRefusal, type VerbAction, type Output } from '../verb.ts';

export const upgrade: VerbAction = async ({ values }, output, { env, signal }) => {
  const settings = quiet(loadSettings(env));
  const { applied, made } = await withDatabase(settings, signal, async (databaseUrl) => {
    const { pending, isEmpty } = await listPending(databaseUrl);
    if (pending.length === 0) return { applied: [], made: null };
    const place = { databaseUrl, settings, signal };
    const isBackedUp = !isEmpty && !values['without-backup'];
    const backup = isBackedUp ? await backUpFirst(place, output) : null;
    signal.throwIfAborted();
    await output.step('Bringing the tables up to date', () => migrate(databaseUrl));
    await output.step('Looking whether all is well', () => lookAround(place, backup));
    return { applied: pending, made: backup };
  });
  output.say(applied.length === 0 ? 'The tables are up to date.' : `Done: ${applied.join(', ')}.`);
  output.result({ applied, backup: made?.name ?? null });
};

type Place = { databaseUrl: string; settings: Settings; signal: AbortSignal };

async function backUpFirst(place: Place, output: Output) {
  const { databaseUrl, settings, signal } = place;
  const { backupTo: to, backupRecipient: recipient } = settings;
  if (!to || !recipient)
    throw new CommandRefusal(
      'A backup comes first, and none can be made: set BACKUP_TO and BACKUP_RECIPIENT (groundwork backup --new-key backup-key.txt), or say --without-backup.',
    );
  return output.step('Backing up', (onProgress) =>
    withHouse(place, (house) => archiveSite(house, { databaseUrl, to, recipient, onProgress, signal })),
  );
}

/** Opens what every process opens, and reads by it; the tables before may have had no place to note a backup in. */
async function lookAround({ databaseUrl, settings }: Place, made: BackupMade | null) {
  const { house, close } = await openHouse(settings, databaseUrl, { connections: 2 });
  try {
    await findSite(house);
    if (made) await noteBackup(house, made);
  } finally {
    await close();
  }
}
