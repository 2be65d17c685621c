import { openHouse } from '@groundwork/features/house';
import { loadSettings } from '@groundwork/settings';
import { buildApi } from './api.ts';

/** The api as a process of its own, over a database that is already migrated. */
const settings = loadSettings(process.env);
if (!settings.databaseUrl)
  throw new Error('DATABASE_URL is not set: the api alone needs a database to talk to.');
const { house, close } = await openHouse(settings, settings.databaseUrl);
const app = await buildApi(house);
await app.listen({ port: settings.port, host: settings.host });

async function stop() {
  await app.close();
  await close();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
