import type { InvitationDecision } from '@groundwork/features/coalitions/belonging/contract';
import { call } from '#lib/api/api.server.ts';
import { act, valuesOf } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, { rows, can }] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/coalitions', { slug }),
  ]);
  return { group, rows, can, done: event.url.searchParams.get('done') };
};

export const actions: Actions = {
  decide: (event) =>
    act(
      event,
      ({ coalition, decision, word, ...typed }) => {
        const isYes = decision === 'accepted';
        const asked = { decision, word, ...(isYes && { answers: valuesOf(typed, 'answer') }) };
        const name = 'PUT /groups/:slug/coalitions/:coalition/decision' as const;
        return call(event, name, { ...event.params, coalition }, asked as InvitationDecision);
      },
      (_outcome, { coalition = '', decision }) =>
        decision === 'accepted'
          ? `/groups/${event.params.slug}/coalitions/${coalition}?done=in`
          : '?done=declined',
    ),
  withdraw: (event) =>
    act(
      event,
      ({ coalition }) =>
        call(event, 'DELETE /groups/:slug/coalitions/:coalition', { ...event.params, coalition }),
      '?done=withdrawn',
    ),
};
