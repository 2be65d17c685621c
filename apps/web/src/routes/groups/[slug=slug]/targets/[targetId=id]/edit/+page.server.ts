import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { writtenTarget } from '#lib/targets/written.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, targetId } = event.params;
  needViewer(event.locals, `/sign-in?next=/groups/${slug}/targets/${targetId}/edit`);
  const [group, target] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/targets/:targetId', { slug, targetId }),
  ]);
  if (!target.can.edit) error(403, event.locals.words.t('error.forbidden'));
  return { group, target };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (typed) => call(event, 'PATCH /groups/:slug/targets/:targetId', event.params, writtenTarget(typed)),
      `/groups/${event.params.slug}/targets/${event.params.targetId}?done=saved`,
    ),
};
