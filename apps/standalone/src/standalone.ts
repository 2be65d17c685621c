import { buildApi } from '@groundwork/api';
import { startEmbedded } from '@groundwork/database/embedded';
import { migrate } from '@groundwork/database/migrate';
import { seedDemo, type SignIn } from '@groundwork/features/demo';
import { openHouse } from '@groundwork/features/house';
import { makeSetupLink } from '@groundwork/features/setup';
import { loadSettings, SettingsError, type Settings } from '@groundwork/settings';
import { CONNECTIONS, startWork } from '@groundwork/worker';
import { createServer } from 'node:http';
import { mkdir, access, constants } from 'node:fs/promises';
import pino from 'pino';
import { Closers } from './closers.ts';
import { step } from './step.ts';

/** Everything in one process on one port: `npm start`. Prints one line a step, then the address. */
async function start(): Promise<void> {
  const closers = new Closers();
  process.once('SIGINT', () => void closers.exit(0));
  process.once('SIGTERM', () => void closers.exit(0));
  try {
    await open(loadSettings(process.env), closers);
  } catch (error) {
    console.error(`\n${sentence(error)}`);
    await closers.exit(1);
  }
}

async function open(settings: Settings, closers: Closers) {
  await mustWrite(settings.dataDir);
  const databaseUrl = await step('Starting the database', async () => {
    if (settings.databaseUrl) return settings.databaseUrl;
    const server = await startEmbedded(settings.dataDir);
    closers.add(() => server.stop());
    return server.url;
  });
  await step('Bringing the tables up to date', () => migrate(databaseUrl));
  const { house, close } = await openHouse(settings, databaseUrl);
  closers.add(close);
  const signIns = process.argv.includes('--demo')
    ? await step('Filling the site with a demonstration', () => seedDemo(house))
    : [];
  const api = await step('Opening the doors', () => buildApi(house, { serverFactory: shareWith(settings) }));
  closers.add(() => api.close());
  await api.listen({
    port: settings.port,
    host: settings.host,
    listenTextResolver: (address) => `answering at ${address}`,
  });
  const log = pino({ level: settings.logLevel });
  await step('Starting the work that happens later', async () => {
    // On connections of its own, so that a slow mail server never keeps a visitor waiting.
    const own = await openHouse(settings, databaseUrl, { connections: CONNECTIONS });
    closers.add(own.close);
    const work = await startWork(own.house, databaseUrl, log);
    closers.add(() => work.close());
  });
  greet(settings, await makeSetupLink(house), signIns);
}

/** One port for both: the api answers under /api/, the web answers the rest. */
function shareWith(settings: Settings): NonNullable<Parameters<typeof buildApi>[1]>['serverFactory'] {
  process.env.API_URL = settings.apiUrl;
  process.env.PUBLIC_URL = settings.publicUrl;
  const web = import('@groundwork/web/handler');
  return (api) =>
    createServer((request, response) => {
      if (request.url?.startsWith('/api/')) return api(request, response);
      void web.then(({ handler }) => handler(request, response, () => response.writeHead(404).end()));
    });
}

async function mustWrite(folder: string) {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch {
    throw new SettingsError(`DATA_DIR is "${folder}", which cannot be written: choose a folder of your own.`);
  }
}

function greet({ publicUrl }: Settings, setupUrl: string | null, signIns: SignIn[] | null) {
  if (signIns === null)
    console.log('\nThis site is not empty, so nothing was added: --demo fills an empty one.');
  for (const { role, email, password } of signIns ?? [])
    console.log(`Sign in as ${role}: ${email} / ${password}`);
  if (setupUrl) console.log(`Set it up here, once: ${setupUrl}`);
  console.log(`\nGroundwork is ready: ${publicUrl}`);
}

function sentence(error: unknown) {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    const { port } = error as Error & { port?: number };
    return `Port ${port ?? ''} is taken by another program. Stop it, or choose another: PORT=3001 npm start`;
  }
  return error.message;
}

await start();
