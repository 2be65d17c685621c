import { call } from '#lib/api/api.server.ts';
import { act, valuesOf } from '#lib/api/forms.ts';
import { askedIn } from '#lib/segments/asked.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, viewId } = event.params;
  const params = event.url.searchParams;
  const search = params.get('search')?.trim() ?? '';
  const [group, view, { rows: fields }] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/people-views/:viewId', { slug, viewId }),
    call(event, 'GET /groups/:slug/person-fields', { slug }),
  ]);
  const receivers = view.can.share
    ? await call(event, 'GET /groups/:slug/people-view-receivers', { slug, search })
    : { rows: [] };
  // Lines and an order that were looked at on the page of people, to be put in place of the view's own.
  const asked = askedIn(params);
  const isOther = params.has('lines') || params.has('order');
  const other = isOther
    ? await call(event, 'GET /groups/:slug/people', { slug, lines: asked.lines, limit: 1 })
    : null;
  return {
    ...{ group, view, fields, search, receivers: receivers.rows },
    shown: other
      ? { lines: other.lines, written: other.written, order: asked.order }
      : { lines: view.lines, written: view.written, order: view.order },
    isMade: params.has('made'),
  };
};

export const actions: Actions = {
  change: (event) =>
    act(
      event,
      ({ name, lines, order, ...typed }) =>
        call(event, 'PUT /groups/:slug/people-views/:viewId', event.params, {
          ...{ name, lines, order },
          columns: valuesOf(typed, 'column').filter(Boolean),
        }),
      '?made',
    ),
  remove: (event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/people-views/:viewId', event.params),
      `/groups/${event.params.slug}/people/views`,
    ),
  share: (event) =>
    act(
      event,
      ({ accountId }) =>
        call(event, 'PUT /groups/:slug/people-views/:viewId/shares/:accountId', {
          ...event.params,
          accountId,
        }),
      '#share',
    ),
  end: (event) =>
    act(
      event,
      ({ accountId }) =>
        call(event, 'DELETE /groups/:slug/people-views/:viewId/shares/:accountId', {
          ...event.params,
          accountId,
        }),
      '#share',
    ),
};
