import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { writtenTarget } from '#lib/targets/written.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  needViewer(event.locals, `/sign-in?next=/groups/${slug}/targets/new`);
  const [group, { coalitions, can }] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/targets', { slug, limit: 1 }),
  ]);
  if (!can.add) error(403, event.locals.words.t('error.forbidden'));
  return { group, coalitions };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (typed) => {
        const asked = { ...writtenTarget(typed), coalition: typed.coalition || null };
        return call(event, 'POST /groups/:slug/targets', event.params, asked);
      },
      ({ id }) => `/groups/${event.params.slug}/targets/${id}?done=added`,
    ),
};
