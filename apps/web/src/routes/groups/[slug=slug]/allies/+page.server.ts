import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = event.url.searchParams;
  const [group, coalition, allies] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /coalitions/:slug', { slug }),
    call(event, 'GET /coalitions/:slug/allies', { slug, after: asked.get('after') }),
  ]);
  return { group, coalition, allies, done: asked.get('done') };
};

export const actions: Actions = {
  add: (event) =>
    act(
      event,
      ({ name, summary, contact, link = '' }) => {
        const said = { name, summary, contact, link: link || null };
        return call(event, 'POST /coalitions/:slug/allies', event.params, said);
      },
      ({ slug }) => `/allies/${slug}?done=added`,
    ),
};
