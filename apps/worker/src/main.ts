import { openHouse } from '@groundwork/features/house';
import { loadSettings } from '@groundwork/settings';
import pino from 'pino';
import { CONNECTIONS, startWork } from './worker.ts';

/** The worker as a process of its own, over a database that is already migrated. */
const settings = loadSettings(process.env);
if (!settings.databaseUrl)
  throw new Error('DATABASE_URL is not set: the worker alone needs a database to talk to.');
const { house, close } = await openHouse(settings, settings.databaseUrl, { connections: CONNECTIONS });
const log = pino({ level: settings.logLevel });
const work = await startWork(house, settings.databaseUrl, log);
log.info('at work');

async function stop() {
  await work.close();
  await close();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
