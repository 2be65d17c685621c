import { call } from '#lib/api/api.server.ts';
import { act, valuesOf } from '#lib/api/forms.ts';
import { askedIn } from '#lib/segments/asked.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const { lines, order } = askedIn(event.url.searchParams);
  const [group, views, { rows: fields }, found] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/people-views', { slug }),
    call(event, 'GET /groups/:slug/person-fields', { slug }),
    call(event, 'GET /groups/:slug/people', { slug, lines, limit: 1 }),
  ]);
  return {
    group,
    views: views.rows,
    fields,
    order,
    lines: found.lines,
    written: found.written,
    can: found.can,
  };
};

export const actions: Actions = {
  make: (event) =>
    act(
      event,
      ({ name, lines, order, ...typed }) =>
        call(event, 'POST /groups/:slug/people-views', event.params, {
          ...{ name, lines, order },
          columns: valuesOf(typed, 'column').filter(Boolean),
        }),
      ({ id }) => `/groups/${event.params.slug}/people/views/${id}?made`,
    ),
};
