import { openHouse } from '@groundwork/features/house';
import { runProcess, serverFor, watchPool } from '@groundwork/processes';
import { checkServers } from '@groundwork/processes/checks';
import { SettingsError } from '@groundwork/settings';
import { buildApi } from './api.ts';

/** The api as a process of its own, over a database that is already migrated. */
await runProcess('api', async (process) => {
  const { settings, log, metrics, health, closing } = process;
  const { databaseUrl } = settings;
  if (!databaseUrl)
    throw new SettingsError('DATABASE_URL is not set: the api alone needs a database to talk to.');
  checkServers(process, databaseUrl, { queue: 'told' });
  const { house, close } = await openHouse(settings, databaseUrl);
  closing(close);
  watchPool(metrics, house.db.$client);
  const api = await buildApi(house, { log, metrics, serverFactory: (answer) => serverFor(health, answer) });
  closing(() => api.close());
  await api.listen({ port: settings.port, host: settings.host, listenTextResolver: () => 'answering' });
});
