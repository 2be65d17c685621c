import { listBackups, newBackupKey } from '@groundwork/backups';
import { backUpSite, type BackupMade } from '@groundwork/features/stewardship/backups';
import { loadSettings, type Settings } from '@groundwork/settings';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { quiet, withHouse } from '../house.ts';
import { mustLiveHere, withDatabase } from '../site.ts';
import { inWords, sizeOnDisk } from '../figures.ts';
import { CommandRefusal, type VerbInput, type VerbAction, type Output } from '../verb.ts';

export const backup: VerbAction = async ({ values }, output, { env, signal }) => {
  const newKey = values['new-key'];
  if (typeof newKey === 'string') return makeKey(newKey, output);
  const settings = quiet(loadSettings(env));
  const to = placeOf(values, settings);
  if (values.list) return list(to, output);
  const recipient = typeof values.recipient === 'string' ? values.recipient : settings.backupRecipient;
  if (!recipient) throw new CommandRefusal(KEY_NEEDED);
  mustLiveHere(settings);
  const made = await output.step('Backing up', (onProgress) =>
    withDatabase(settings, signal, (databaseUrl) =>
      withHouse({ databaseUrl, settings, signal }, (house) =>
        backUpSite(house, { databaseUrl, to, recipient, onProgress, signal }),
      ),
    ),
  );
  report(made, to, output);
};

const KEY_NEEDED =
  'A backup is encrypted for a key, and none is set: run groundwork backup --new-key backup-key.txt, keep that file away from this machine, and set BACKUP_RECIPIENT to what it prints.';

function report({ name, bytes, manifest, removed }: BackupMade, to: string, output: Output) {
  output.say(`${name}, ${sizeOnDisk(bytes)}, in ${nameOf(to)}: ${inWords(manifest)}.`);
  if (removed === null)
    output.say('Old backups could not be removed from there, though BACKUP_KEEP would let them go.');
  else if (removed.length > 0) output.say(`Let go of ${removed.length} old ones, as BACKUP_KEEP says.`);
  const { at, counts, files } = manifest;
  output.result({ name, bytes, at, tables: counts, fileCount: files.count, removed });
}

/** Writes the secret part to a file that must not be there yet, or to standard output as `-`. */
async function makeKey(file: string, output: Output) {
  const { identity, recipient } = await newBackupKey();
  const text = `# Opens the backups of a Groundwork site. Keep it away from the server, and do not lose it.\n# public key: ${recipient}\n${identity}\n`;
  if (file === '-') {
    output.say(text.trimEnd());
    return output.result({ identity, recipient });
  }
  try {
    await writeFile(file, text, { mode: 0o600, flag: 'wx' });
  } catch {
    throw new CommandRefusal(`The file ${file} cannot be made, or is there already: name another.`);
  }
  output.say(
    `The key is in ${resolve(file)}. Keep it away from this machine: without it no backup can be opened.`,
  );
  output.say(`BACKUP_RECIPIENT=${recipient}`);
  output.result({ file: resolve(file), recipient });
}

async function list(to: string, output: Output) {
  const stored = await listBackups(to);
  for (const { name, bytes } of stored) output.say(`${name}  ${sizeOnDisk(bytes)}`);
  if (stored.length === 0) output.say(`There is no backup in ${nameOf(to)} yet.`);
  output.result({ backups: stored });
}

/** Where backups go, by the flag or the settings. */
function placeOf({ to }: VerbInput['values'], { backupTo }: Settings): string {
  if (typeof to === 'string') return to.startsWith('s3://') ? to : resolve(to);
  if (backupTo) return backupTo;
  throw new CommandRefusal('Say where to: groundwork backup --to FOLDER, or set BACKUP_TO.');
}

/** A bucket's address holds its secret. */
function nameOf(place: string): string {
  return place.startsWith('s3://') ? 'the bucket' : place;
}
