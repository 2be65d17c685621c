import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { termDays } from '#lib/coalitions/terms.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many as a list to choose from holds; of more, some are looked for. */
const MOST_TO_CHOOSE = 50;

export const load: PageServerLoad = async (event) => {
  const { slug, coalition } = event.params;
  const asked = event.url.searchParams;
  const find = asked.get('find')?.trim() ?? '';
  const [group, { rows, can }] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/coalitions', { slug }),
  ]);
  const belonging = rows.find((row) => row.coalition.slug === coalition && row.state !== 'proposed');
  if (!group.myRole || !belonging) error(404, event.locals.words.t('error.not-found'));
  const between = { slug, coalition };
  const mayName = can.nameDelegates && belonging.state === 'accepted';
  const [reports, steps, members, budget] = await Promise.all([
    belonging.state === 'left'
      ? null
      : call(event, 'GET /groups/:slug/coalitions/:coalition/reports', {
          ...between,
          after: asked.get('reports'),
          limit: 10,
        }),
    can.seeProposals
      ? call(event, 'GET /groups/:slug/coalitions/:coalition/steps', {
          ...between,
          after: asked.get('steps'),
        })
      : null,
    mayName ? call(event, 'GET /groups/:slug/members', { slug, search: find, limit: MOST_TO_CHOOSE }) : null,
    can.seeProposals && belonging.state !== 'left'
      ? call(event, 'GET /groups/:slug/coalitions/:coalition/budget', between)
      : null,
  ]);
  const shown = { group, belonging, can, reports, steps, members, budget, find };
  return { ...shown, days: termDays(new Date()), done: asked.get('done') };
};

export const actions: Actions = {
  name: (event) =>
    act(
      event,
      ({ accountId, mandate, termEndsOn }) => {
        const asked = { mandate, termEndsOn };
        const name = 'PUT /groups/:slug/coalitions/:coalition/delegates/:accountId' as const;
        return call(event, name, { ...event.params, accountId }, asked);
      },
      '?done=named',
    ),
  recall: (event) =>
    act(
      event,
      ({ accountId }) => {
        const name = 'DELETE /groups/:slug/coalitions/:coalition/delegates/:accountId' as const;
        return call(event, name, { ...event.params, accountId });
      },
      '?done=recalled',
    ),
  report: (event) =>
    act(
      event,
      ({ council, text }) => {
        const name = 'PUT /groups/:slug/coalitions/:coalition/reports/:event' as const;
        return call(event, name, { ...event.params, event: council }, { text });
      },
      '?done=told#reports',
    ),
  keep: (event) =>
    act(
      event,
      ({ mostAWeek }) => {
        const name = 'PUT /groups/:slug/coalitions/:coalition/budget' as const;
        return call(event, name, event.params, { mostAWeek });
      },
      '?done=budget-kept#budget',
    ),
  drop: (event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/coalitions/:coalition/budget', event.params),
      '?done=budget-dropped#budget',
    ),
  leave: (event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/coalitions/:coalition', event.params),
      `/groups/${event.params.slug}/coalitions?done=left`,
    ),
};
