import { readManifest, restoreBackup, type Manifest } from '@groundwork/backups';
import { openFiles } from '@groundwork/files';
import { loadSettings } from '@groundwork/settings';
import { readFile } from 'node:fs/promises';
import { withDatabase } from '../site.ts';
import { Refusal, type Verb } from '../verb.ts';

export const restore: Verb = {
  usage: 'groundwork restore [ARCHIVE|PLACE] --key FILE [--check]',
  summary: 'Brings a backup into an empty site, all or nothing: the newest at BACKUP_TO, or the one named.',
  options: { key: { type: 'string' }, check: { type: 'boolean' } },
  positionals: 1,
  async run({ values, positionals }, output, signal) {
    const settings = loadSettings(process.env);
    const from = positionals[0] ?? settings.backupTo;
    if (!from) throw new Refusal('Say which: groundwork restore ARCHIVE --key FILE.');
    if (typeof values.key !== 'string')
      throw new Refusal('An archive opens with its key only: groundwork restore ARCHIVE --key FILE.');
    const identity = await readKey(values.key);
    const manifest = values.check
      ? await output.step('Checking', () => readManifest(from, identity))
      : await output.step('Restoring', (onProgress) =>
          withDatabase(settings, (databaseUrl) =>
            restoreBackup({
              from,
              identity,
              databaseUrl,
              files: openFiles(settings),
              dataDir: settings.dataDir,
              secret: settings.secret,
              onProgress,
              signal,
            }),
          ),
        );
    output.say(`${values.check ? 'It is whole' : 'Everything is back'}: ${inWords(manifest)}.`);
    if (!values.check) output.say('Start the site, or start it again, and sign in as before.');
    const { version, at, counts, files } = manifest;
    output.result({ version, at, tables: counts, fileCount: Object.keys(files).length });
  },
};

function inWords({ at, version, counts, files }: Manifest): string {
  const rows = Object.values(counts).reduce((sum, count) => sum + count.rows, 0);
  const figures = `${rows.toLocaleString('en')} rows and ${Object.keys(files).length} files`;
  return `${figures}, from ${at.slice(0, 16).replace('T', ' ')} UTC, made by Groundwork ${version}`;
}

async function readKey(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Refusal(`The key file ${file} cannot be read.`);
  }
}
