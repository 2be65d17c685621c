import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { pastedGroup } from '#lib/coalitions/pasted.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = event.url.searchParams;
  const [group, coalition, groups] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /coalitions/:slug', { slug }),
    call(event, 'GET /coalitions/:slug/groups', { slug, after: asked.get('after') }),
  ]);
  const waiting = { slug, after: asked.get('waiting') };
  const door = coalition.can.seeProposals
    ? await call(event, 'GET /coalitions/:slug/proposals', waiting)
    : null;
  const budget = coalition.isInside ? await call(event, 'GET /coalitions/:slug/budget', { slug }) : null;
  return { group, coalition, groups, door, budget, done: asked.get('done') };
};

export const actions: Actions = {
  decide: (event) =>
    act(
      event,
      ({ group, decision, word }) => {
        const asked = { decision, word };
        const name = 'PUT /coalitions/:slug/groups/:group/decision' as const;
        return call(event, name, { ...event.params, group }, asked);
      },
      (_outcome, { decision = '' }) => `?${new URLSearchParams({ done: decision })}`,
    ),
  takeBack: (event) =>
    act(
      event,
      ({ group }) => {
        const name = 'PUT /coalitions/:slug/groups/:group/ending' as const;
        return call(event, name, { ...event.params, group }, { reason: '' });
      },
      '?done=withdrawn',
    ),
  resume: (event) =>
    act(
      event,
      ({ group }) =>
        call(event, 'DELETE /coalitions/:slug/groups/:group/suspension', { ...event.params, group }),
      '?done=resumed',
    ),
  invite: (event) =>
    act(
      event,
      ({ group = '', word }) => {
        const asked = { group: pastedGroup(group), word };
        return call(event, 'POST /coalitions/:slug/invitations', event.params, asked);
      },
      '?done=invited',
    ),
  budget: (event) =>
    act(
      event,
      // An empty field ends nothing: that is a deed of its own.
      ({ mostAWeek }) =>
        call(event, 'PUT /coalitions/:slug/budget', event.params, { mostAWeek: mostAWeek || 0 }),
      '?done=budget#budget',
    ),
  endBudget: (event) =>
    act(
      event,
      () => call(event, 'PUT /coalitions/:slug/budget', event.params, { mostAWeek: null }),
      '?done=budget-ended#budget',
    ),
  seats: (event) =>
    act(event, ({ seats }) => call(event, 'PATCH /coalitions/:slug', event.params, { seats }), '?done=seats'),
};
