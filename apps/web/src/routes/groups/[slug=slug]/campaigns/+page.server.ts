import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const after = event.url.searchParams.get('after');
  const group = await call(event, 'GET /groups/:slug', { slug });
  const [campaigns, sponsorships] = await Promise.all([
    call(event, 'GET /campaigns', { group: slug, state: 'any', after, limit: 50 }),
    group.can.publish ? call(event, 'GET /groups/:slug/sponsorships', { slug }) : { rows: [] },
  ]);
  return { group, campaigns, sponsorships: sponsorships.rows };
};

export const actions: Actions = {
  answer: (event) =>
    act(
      event,
      ({ asked = '-', answer, word }) => {
        const sponsorship = { ...event.params, campaign: asked };
        return call(event, 'PUT /groups/:slug/sponsorships/:campaign', sponsorship, { answer, word });
      },
      '',
    ),
  leave: (event) =>
    act(
      event,
      ({ asked = '-' }) =>
        call(event, 'DELETE /groups/:slug/sponsorships/:campaign', { ...event.params, campaign: asked }),
      '',
    ),
};
