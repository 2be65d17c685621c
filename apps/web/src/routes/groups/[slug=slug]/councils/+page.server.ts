import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = event.url.searchParams;
  const [group, coalition, councils] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /coalitions/:slug', { slug }),
    call(event, 'GET /coalitions/:slug/councils', { slug, after: asked.get('after') }),
  ]);
  const called = new Set(councils.rows.map((council) => council.event.slug));
  // Those that are coming stand on the first page.
  const coming =
    coalition.can.callCouncil && !asked.has('after')
      ? (await call(event, 'GET /events', { group: slug, limit: 100 })).rows
      : null;
  const choices = coming?.filter((one) => !called.has(one.slug));
  return { group, coalition, councils, choices: choices ?? null, done: asked.get('done') };
};

export const actions: Actions = {
  call: (event) =>
    act(
      event,
      ({ council }) =>
        call(event, 'PUT /coalitions/:slug/councils/:event', { ...event.params, event: council }),
      '?done=called',
    ),
  drop: (event) =>
    act(
      event,
      ({ council }) =>
        call(event, 'DELETE /coalitions/:slug/councils/:event', { ...event.params, event: council }),
      '?done=dropped',
    ),
};
