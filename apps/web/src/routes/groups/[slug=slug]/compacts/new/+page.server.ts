import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { pastedGroup } from '#lib/coalitions/pasted.ts';
import { termDays } from '#lib/coalitions/terms.ts';
import { termsTyped } from '#lib/compacts/terms.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  needViewer(event.locals, `/sign-in?next=/groups/${slug}/compacts/new`);
  const [group, { can }] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/compacts', { slug, limit: 1 }),
  ]);
  if (!can.propose) error(403, event.locals.words.t('error.forbidden'));
  return { group, days: termDays(new Date()) };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ hears, word, with: other = '', ...typed }) => {
        const asked = { ...termsTyped(typed), with: pastedGroup(other), hears, word };
        return call(event, 'POST /groups/:slug/compacts', event.params, asked);
      },
      ({ id }) => `/groups/${event.params.slug}/compacts/${id}?done=proposed`,
    ),
};
