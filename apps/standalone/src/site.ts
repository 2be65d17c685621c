import { buildApi } from '@groundwork/api';
import { connect } from '@groundwork/database';
import { migrate } from '@groundwork/database/migrate';
import { seedDemo, type DemoSignIn } from '@groundwork/features/demo';
import { openHouse } from '@groundwork/features/house';
import { makeSetupLink } from '@groundwork/features/setup';
import { serverFor, watchPool, type Process } from '@groundwork/processes';
import { checkServers } from '@groundwork/processes/checks';
import type { Settings } from '@groundwork/settings';
import { CONNECTIONS, startWork } from '@groundwork/worker';
import { randomBytes } from 'node:crypto';
import { step } from './step.ts';

/** The whole site over its database. */
export async function openSite(standalone: Process, databaseUrl: string): Promise<void> {
  const { settings, log, metrics, closing } = standalone;
  await step('Bringing the tables up to date', () => migrate(databaseUrl));
  checkServers(standalone, databaseUrl, { queue: 'told' });
  const { house, close } = await openHouse(settings, databaseUrl);
  closing(close);
  watchPool(metrics, house.db.$client);
  const signIns = process.argv.includes('--demo')
    ? await step('Filling the site with a demonstration', () => seedDemo(house))
    : [];
  const webKey = randomBytes(32).toString('base64url');
  const serverFactory = shareWith(standalone, webKey);
  const api = await step('Opening the doors', () => buildApi(house, { serverFactory, log, metrics, webKey }));
  closing(() => api.close());
  await api.listen({ port: settings.port, host: settings.host, listenTextResolver: () => 'answering' });
  await step('Starting the work that happens later', async () => {
    // On connections of its own, so that a slow mail server never keeps a visitor waiting.
    const own = connect(databaseUrl, { max: CONNECTIONS });
    closing(own.close);
    watchPool(metrics, own.db.$client);
    const work = await startWork({ ...house, db: own.db }, { databaseUrl, log, metrics });
    closing(() => work.close());
  });
  greet(settings, await makeSetupLink(house), signIns);
}

/** One port for both: the api answers under /api/, the web answers the rest. */
function shareWith({ settings, log, metrics, health }: Process, webKey: string) {
  process.env.WEB_KEY = webKey;
  process.env.API_URL = settings.apiUrl;
  process.env.PUBLIC_URL = settings.publicUrl;
  const web = import('@groundwork/web/handler').then(({ listenerWith }) =>
    listenerWith(({ failure, ...answer }) => {
      metrics.answered({ door: 'web', ...answer });
      if (failure) log.error({ method: answer.method, route: answer.route, failure }, 'failed');
    }),
  );
  return (api: Parameters<typeof serverFor>[1]) =>
    serverFor(health, (request, response) => {
      if (request.url?.startsWith('/api/')) return api(request, response);
      void web.then((answer) => answer(request, response));
    });
}

function greet({ publicUrl }: Settings, setupUrl: string | null, signIns: DemoSignIn[] | null) {
  if (signIns === null)
    console.log('\nThis site is not empty, so nothing was added: --demo fills an empty one.');
  for (const { role, email, password } of signIns ?? [])
    console.log(`Sign in as ${role}: ${email} / ${password}`);
  if (setupUrl) console.log(`Set it up here, once: ${setupUrl}`);
  console.log(`\nGroundwork is ready: ${publicUrl}`);
}
