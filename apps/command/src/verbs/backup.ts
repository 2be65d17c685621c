import { listBackups, newBackupKey } from '@groundwork/backups';
import { openHouse } from '@groundwork/features/house';
import { backUpSite } from '@groundwork/features/stewardship/backups';
import { loadSettings, type Settings } from '@groundwork/settings';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { withDatabase } from '../site.ts';
import { Refusal, type Asked, type Output, type Progress, type Verb } from '../verb.ts';

export const backup: Verb = {
  usage: 'groundwork backup [--to FOLDER|s3://...] [--recipient age1...] | --list | --new-key FILE',
  summary:
    'Keeps the whole site in one encrypted archive, at BACKUP_TO for BACKUP_RECIPIENT unless told otherwise.',
  options: {
    to: { type: 'string' },
    recipient: { type: 'string' },
    list: { type: 'boolean' },
    'new-key': { type: 'string' },
  },
  async run({ values }, output, signal) {
    const newKey = values['new-key'];
    if (typeof newKey === 'string') return makeKey(newKey, output);
    const settings = loadSettings(process.env);
    const to = placeOf(values, settings);
    if (values.list) return list(to, output);
    const recipient = typeof values.recipient === 'string' ? values.recipient : settings.backupRecipient;
    if (!recipient) throw new Refusal(KEY_NEEDED);
    const made = await output.step('Backing up', (progress) =>
      backUp(settings, { to, recipient, progress, signal }),
    );
    output.say(`${made.name}, ${sizeOf(made.bytes)}, in ${inWords(to)}`);
    if (made.removed.length > 0)
      output.say(`Let go of ${made.removed.length} old ones, as BACKUP_KEEP says.`);
    output.result(made);
  },
};

const KEY_NEEDED =
  'A backup is encrypted for a key, and none is set: run groundwork backup --new-key backup-key.txt, keep that file away from this machine, and set BACKUP_RECIPIENT to what it prints.';

type Backing = { to: string; recipient: string; progress: Progress; signal: AbortSignal };

/** Makes a backup of the site that the settings lead to, and notes it for its stewards. */
export function backUp(settings: Settings, { progress, ...asked }: Backing) {
  return withDatabase(settings, async (databaseUrl) => {
    const { house, close } = await openHouse(settings, databaseUrl, { connections: 2 });
    return backUpSite(house, { ...asked, databaseUrl, onProgress: progress }).finally(close);
  });
}

/** Writes the secret part to a file that must not be there yet, or to standard output as `-`. */
async function makeKey(file: string, output: Output) {
  const { identity, recipient } = await newBackupKey();
  const text = `# Opens the backups of a Groundwork site. Keep it away from the server, and do not lose it.\n# public key: ${recipient}\n${identity}\n`;
  if (file === '-') return void process.stdout.write(text);
  try {
    await writeFile(file, text, { mode: 0o600, flag: 'wx' });
  } catch {
    throw new Refusal(`The file ${file} cannot be made, or is there already: name another.`);
  }
  output.say(
    `The key is in ${resolve(file)}. Keep it away from this machine: without it no backup can be opened.`,
  );
  output.say(`BACKUP_RECIPIENT=${recipient}`);
  output.result({ file: resolve(file), recipient });
}

async function list(to: string, output: Output) {
  const kept = await listBackups(to);
  for (const { name, bytes } of kept) output.say(`${name}  ${sizeOf(bytes)}`);
  if (kept.length === 0) output.say(`There is no backup in ${inWords(to)} yet.`);
  output.result({ backups: kept });
}

/** Where backups go, by the flag or the settings. */
function placeOf({ to }: Asked['values'], { backupTo }: Settings): string {
  if (typeof to === 'string') return to.startsWith('s3://') ? to : resolve(to);
  if (backupTo) return backupTo;
  throw new Refusal('Say where to: groundwork backup --to FOLDER, or set BACKUP_TO.');
}

/** A bucket's address holds its secret. */
function inWords(place: string): string {
  return place.startsWith('s3://') ? 'the bucket' : place;
}

function sizeOf(bytes: number): string {
  return bytes < 1e6
    ? `${Math.ceil(bytes / 1e3)} kB`
    : `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
