import { listPending, migrate } from '@groundwork/database/migrate';
import { openHouse } from '@groundwork/features/house';
import { findSite } from '@groundwork/features/site/queries';
import { loadSettings, type Settings } from '@groundwork/settings';
import { withDatabase } from '../site.ts';
import { Refusal, type Output, type Verb } from '../verb.ts';
import { backUp } from './backup.ts';

export const upgrade: Verb = {
  usage:
    "groundwork upgrade [--without-backup] [--to VERSION [--restart 'systemctl restart groundwork']], the latter in a clone",
  summary:
    'Brings the tables to the version of this code, after a backup; the version before goes on working.',
  options: { 'without-backup': { type: 'boolean' } },
  async run({ values }, output, signal) {
    const settings = loadSettings(process.env);
    const applied = await withDatabase(settings, async (databaseUrl) => {
      const { pending, isEmpty } = await listPending(databaseUrl);
      if (pending.length === 0) return [];
      if (!isEmpty && !values['without-backup']) await backUpFirst(settings, output, signal);
      signal.throwIfAborted();
      await output.step('Bringing the tables up to date', () => migrate(databaseUrl));
      await output.step('Looking whether all is well', () => lookAround(settings, databaseUrl));
      return pending;
    });
    output.say(applied.length === 0 ? 'The tables are up to date.' : `Done: ${applied.join(', ')}.`);
    output.result({ applied });
  },
};

async function backUpFirst(settings: Settings, output: Output, signal: AbortSignal) {
  const { backupTo: to, backupRecipient: recipient } = settings;
  if (!to || !recipient)
    throw new Refusal(
      'A backup comes first, and none can be made: set BACKUP_TO and BACKUP_RECIPIENT (groundwork backup --new-key), or say --without-backup.',
    );
  await output.step('Backing up', (progress) => backUp(settings, { to, recipient, progress, signal }));
}

/** Opens what every process opens, and reads by it. */
async function lookAround(settings: Settings, databaseUrl: string) {
  const { house, close } = await openHouse(settings, databaseUrl, { connections: 2 });
  await findSite(house).finally(close);
}
