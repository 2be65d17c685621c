import { call } from '#lib/api/api.server.ts';
import { act, valuesOf } from '#lib/api/forms.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  needViewer(event.locals, `/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
  const [group, coalition] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /coalitions/:slug', { slug }),
  ]);
  return { group, coalition };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ group, word, ...typed }) => {
        const asked = { coalition: event.params.slug, answers: valuesOf(typed, 'answer'), word };
        return call(event, 'POST /groups/:slug/coalitions', { slug: group }, asked);
      },
      (_outcome, { group = '' }) => `/groups/${group}/coalitions?done=applied`,
    ),
};
