import { openHouse } from '@groundwork/features/house';
import { listen, runProcess, serverFor, watchPool } from '@groundwork/processes';
import { checkServers } from '@groundwork/processes/checks';
import { SettingsError } from '@groundwork/settings';
import { CONNECTIONS, startWork } from './worker.ts';

/** The worker as a process of its own, over a database that is already migrated. It listens for its health alone. */
await runProcess(
  'worker',
  async (worker) => {
    const { settings, log, metrics, health, closing } = worker;
    const { databaseUrl } = settings;
    if (!databaseUrl)
      throw new SettingsError('DATABASE_URL is not set: the worker alone needs a database to talk to.');
    checkServers(worker, databaseUrl, { queue: 'decides' });
    const server = serverFor(health, (_request, response) => response.writeHead(404).end());
    await listen(worker, server);
    const { house, close } = await openHouse(settings, databaseUrl, { connections: CONNECTIONS });
    closing(close);
    watchPool(metrics, house.db.$client);
    const work = await startWork(house, { databaseUrl, log, metrics });
    closing(() => work.close());
    log.info('at work');
  },
  { drains: false },
);
