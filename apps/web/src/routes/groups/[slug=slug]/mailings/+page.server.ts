import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { nullFor } from '#lib/mailings/refusals.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const after = event.url.searchParams.get('after');
  const [group, mailings, templates, answers] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/mailings', { slug, after, limit: 20 }),
    call(event, 'GET /groups/:slug/mailings', { slug, templates: true, limit: 50 }),
    // Whoever writes and does not see the people has none.
    nullFor([404], call(event, 'GET /groups/:slug/exchanges', { slug, waiting: true, limit: 1 })),
  ]);
  const waitingCount = answers && answers.waitingCount;
  return { group, mailings, templates: templates.rows, waitingCount, isFirst: after === null };
};

export const actions: Actions = {
  begin: (event) =>
    act(
      event,
      ({ lines, purpose, copyOf }) =>
        call(event, 'POST /groups/:slug/mailings', event.params, {
          lines,
          ...(purpose && { purpose }),
          ...(copyOf && { copyOf }),
        }),
      ({ id }) => `/groups/${event.params.slug}/mailings/${id}`,
    ),
  setRules: (event) =>
    act(
      event,
      ({ mostAWeek, lookAbove }) =>
        call(event, 'PUT /groups/:slug/mailing-rules', event.params, {
          mostAWeek: mostAWeek || null,
          lookAbove: lookAbove || null,
        }),
      '',
    ),
};
