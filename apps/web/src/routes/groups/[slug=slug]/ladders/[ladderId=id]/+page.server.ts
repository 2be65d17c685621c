import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { changingActions } from '#lib/ladders/changing.server.ts';
import { listChoices } from '#lib/mailings/choosing.server.ts';
import { nullFor } from '#lib/mailings/refusals.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** So long a dry run may take, and its answer to come. */
const MOST_MS = 25_000;

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  event.setHeaders({ 'cache-control': 'no-store' });
  const [group, ladder] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/ladders/:ladderId', event.params),
  ]);
  const isDry = event.url.searchParams.has('dry-run') && ladder.state === 'draft';
  const [choices, dryRun] = await Promise.all([
    ladder.can.write ? listChoices(event) : null,
    isDry && ladder.steps.length > 0 ? runDry(event) : null,
  ]);
  return { group, ladder, choices, isDry, dryRun };
};

/** Null where counting takes too long. */
function runDry(event: RequestEvent<{ slug: string; ladderId: string }>) {
  const name = 'GET /groups/:slug/ladders/:ladderId/dry-run' as const;
  const options = { timeoutMilliseconds: MOST_MS };
  return nullFor([409, 503], call(event, name, event.params, undefined, options));
}

export const actions: Actions = {
  ...changingActions,
  open: (event) =>
    act(
      event,
      ({ count }) =>
        call(event, 'PUT /groups/:slug/ladders/:ladderId/opening', event.params, { count: count ?? '0' }),
      ({ is }) => (is === 'asked' ? '#open' : ''),
    ),
  close: (event) =>
    act(event, () => call(event, 'PUT /groups/:slug/ladders/:ladderId/closing', event.params), ''),
  reopen: (event) =>
    act(event, () => call(event, 'DELETE /groups/:slug/ladders/:ladderId/closing', event.params), ''),
  stop: (event) =>
    act(event, () => call(event, 'PUT /groups/:slug/ladders/:ladderId/stop', event.params), ''),
  resume: (event) =>
    act(event, () => call(event, 'DELETE /groups/:slug/ladders/:ladderId/stop', event.params), ''),
  end: (event) =>
    act(event, () => call(event, 'PUT /groups/:slug/ladders/:ladderId/ending', event.params), ''),
  copy: (event) =>
    act(
      event,
      () =>
        call(
          event,
          'POST /groups/:slug/ladders',
          { slug: event.params.slug },
          { copyOf: event.params.ladderId },
        ),
      ({ id }) => `/groups/${event.params.slug}/ladders/${id}`,
    ),
  remove: (event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/ladders/:ladderId', event.params),
      `/groups/${event.params.slug}/ladders`,
    ),
};
