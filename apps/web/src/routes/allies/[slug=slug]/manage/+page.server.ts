import type { ClaimDecision } from '@groundwork/features/coalitions/allies/contract';
import { error } from '@sveltejs/kit';
import { orGroupAt } from '#lib/allies/leading.server.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  needViewer(event.locals, `/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
  const ally = await orGroupAt(event, call(event, 'GET /allies/:slug', event.params));
  const { can } = ally;
  if (!(can.edit || can.takeDown || can.putBack || can.takeOff || can.seeClaims))
    error(404, event.locals.words.t('error.not-found'));
  const after = event.url.searchParams.get('after');
  const claims = can.seeClaims
    ? await call(event, 'GET /allies/:slug/claims', { ...event.params, after })
    : null;
  return { ally, claims, done: event.url.searchParams.get('done') };
};

export const actions: Actions = {
  change: (event) =>
    act(
      event,
      ({ name, summary, contact, link = '' }) =>
        call(event, 'PATCH /allies/:slug', event.params, { name, summary, contact, link: link || null }),
      '?done=saved',
    ),
  takeDown: (event) => act(event, () => call(event, 'PUT /allies/:slug/removal', event.params), '?done=down'),
  putBack: (event) =>
    act(event, () => call(event, 'DELETE /allies/:slug/removal', event.params), '?done=back'),
  takeOff: (event) =>
    act(
      event,
      ({ campaign }) =>
        call(event, 'DELETE /allies/:slug/campaigns/:campaign', { ...event.params, campaign }),
      '?done=off',
    ),
  decide: (event) =>
    act(
      event,
      async ({ claimId, decision, word }) => {
        // Afterwards it may be a group that whoever said yes does not see.
        const { keeper } = await call(event, 'GET /allies/:slug', event.params);
        const asked = { decision, word } as ClaimDecision;
        await call(event, 'PUT /allies/:slug/claims/:claimId/decision', { ...event.params, claimId }, asked);
        return keeper;
      },
      (keeper, { decision = '' }) => {
        if (decision !== 'accepted') return '?done=declined';
        return keeper ? `/groups/${keeper.slug}/allies?done=accepted` : '/site/groups?only=waiting';
      },
    ),
};
