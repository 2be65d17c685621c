import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, two] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/people/:personId/comparison/:otherId', event.params),
  ]);
  return { group, two };
};

export const actions: Actions = {
  merge: (event) => {
    const { slug, personId, otherId } = event.params;
    return act(
      event,
      (typed) => {
        const chosen = Object.entries(typed).flatMap(([name, value]) =>
          name.startsWith('part-') && value ? [{ part: name.slice('part-'.length), personId: value }] : [],
        );
        return call(
          event,
          'POST /groups/:slug/people/:personId/merges',
          { slug, personId },
          { otherId, chosen },
        );
      },
      (merged) => `/groups/${slug}/people/${merged.personId}?merged`,
    );
  },
  apart: (event) => {
    const { slug, personId: firstId, otherId: secondId } = event.params;
    return act(
      event,
      () => call(event, 'POST /groups/:slug/people-apart', { slug }, { firstId, secondId }),
      `/groups/${slug}/people/duplicates`,
    );
  },
};
