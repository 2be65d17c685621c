import '@groundwork/patches/loading';
import { startEmbedded } from '@groundwork/database/embedded';
import { runProcess, type Process } from '@groundwork/processes';
import { SettingsError } from '@groundwork/settings';
import { mkdir, access, constants } from 'node:fs/promises';
import { step } from './step.ts';

/** Everything in one process on one port: `npm start`. Prints one line a step, then the address. */
await runProcess('standalone', open, { complain: (sentence) => console.error(`\n${sentence}`) });

/** The database starts while the code of the site is loaded: either takes its time. */
async function open(standalone: Process): Promise<void> {
  await mustWrite(standalone.settings.dataDir);
  const [databaseUrl, { openSite }] = await step('Starting the database', () =>
    Promise.all([startDatabase(standalone), import('./site.ts')]),
  );
  await openSite(standalone, databaseUrl);
}

async function startDatabase({ settings, closing }: Process): Promise<string> {
  if (settings.databaseUrl) return settings.databaseUrl;
  const server = await startEmbedded(settings.dataDir);
  closing(() => server.stop());
  return server.url;
}

async function mustWrite(folder: string) {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch {
    throw new SettingsError(`DATA_DIR is "${folder}", which cannot be written: choose a folder of your own.`);
  }
}
