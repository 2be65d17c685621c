import { listen, runProcess, serverFor, type Process } from '@groundwork/processes';
import { SettingsError } from '@groundwork/settings';
import { access } from 'node:fs/promises';

/** The pages as a process of their own: no database, no secret, and an api at API_URL. */
await runProcess('web', async (web) => {
  const { settings, log, metrics, health } = web;
  if (!process.env.API_URL?.trim())
    throw new SettingsError('API_URL is not set: the web alone needs to know where the api answers.');
  await mustBeBuilt();
  // The built app reads these from the environment when it is loaded, as settings know them.
  Object.assign(process.env, { API_URL: settings.apiUrl, PUBLIC_URL: settings.publicUrl });
  const { listenerWith } = await import('./handler.ts');
  const listener = listenerWith(({ failure, ...answer }) => {
    metrics.answered({ door: 'web', ...answer });
    if (failure) log.error({ method: answer.method, route: answer.route, failure }, 'failed');
  });
  checkApi(web);
  await listen(web, serverFor(health, listener));
});

async function mustBeBuilt() {
  try {
    await access(new URL('../build/handler.js', import.meta.url));
  } catch {
    throw new SettingsError(
      'The pages are not built: npm start builds them, as does vite build in apps/web.',
    );
  }
}

/**
 * Whether some api answers at all. Not whether it is ready: behind API_URL there may be several, of which one is just
 * being restarted, and a page that says what is the matter is better than none.
 */
function checkApi({ settings, health }: Process) {
  health.check('api', async () => {
    const answer = await fetch(`${settings.apiUrl}/healthz`, { signal: AbortSignal.timeout(1_000) });
    await answer.body?.cancel();
    return answer.ok ? 'ok' : 'failed';
  });
}
