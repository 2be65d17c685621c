import { openBackup, refuseUnlessEmpty, restoreBackup, type Backup } from '@groundwork/backups';
import { openFiles } from '@groundwork/files';
import { loadSettings, type Settings } from '@groundwork/settings';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { mustHaveDiskSpace } from '../disk-space.ts';
import { livesHere, unlessAborted, withDatabase } from '../site.ts';
import { inWords, momentOf } from '../figures.ts';
import { Misuse, CommandRefusal, type VerbAction, type Output, type ShowProgress } from '../verb.ts';

export const restore: VerbAction = async ({ values, positionals }, output, { env, input, signal }) => {
  const settings = loadSettings(env);
  const from = positionals[0] ?? settings.backupTo;
  if (!from) throw new Misuse('Say which archive, or set BACKUP_TO');
  if (typeof values.key !== 'string') throw new Misuse('An archive opens with its key only');
  const identity = await unlessAborted(signal, readKey(values.key, input));
  // Before an archive is read that may take an hour; and nothing is made where the archive is not right.
  if (!values.check && livesHere(settings)) await withDatabase(settings, signal, refuseUnlessEmpty);
  const backup = await output.step('Checking the archive', (onProgress) =>
    openBackup({ from, identity, onProgress, signal }),
  );
  if (values.check) output.say(`It is whole: ${describe(backup)}.`);
  else await bringBack(backup, { settings, output, signal });
  const { version, at, counts, files } = backup.manifest;
  output.result({ version, at, tables: counts, fileCount: files.count });
};

type Way = { settings: Settings; output: Output; signal: AbortSignal };

async function bringBack(backup: Backup, { settings, output, signal }: Way) {
  await mustHaveDiskSpace(settings, backup);
  const { dataDir, secret } = settings;
  const files = openFiles(settings);
  const load = (onProgress: ShowProgress) =>
    withDatabase(settings, signal, (databaseUrl) =>
      restoreBackup(backup, { databaseUrl, files, dataDir, secret, onProgress, signal }),
    );
  const { leftOut } = await output.step('Restoring', load);
  output.say(`Everything is back: ${describe(backup)}.`);
  if (leftOut.length > 0)
    output.say(`Tables that are none of Groundwork’s were left out: ${leftOut.join(', ')}.`);
  output.say('Start the site, or start it again, and sign in as before.');
}

function describe({ manifest }: Backup): string {
  const { at, version } = manifest;
  return `${inWords(manifest)}, from ${momentOf(new Date(at))}, made by Groundwork ${version}`;
}

/** The key may come by standard input, so that it never lies on this machine. */
async function readKey(file: string, input: NodeJS.ReadableStream): Promise<string> {
  try {
    return file === '-' ? await text(input) : await readFile(file, 'utf8');
  } catch {
    throw new CommandRefusal(`The key file ${file} cannot be read.`);
  }
}
