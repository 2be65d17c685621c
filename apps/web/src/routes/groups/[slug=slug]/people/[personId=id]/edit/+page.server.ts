import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, personId } = event.params;
  const [group, person, contacts] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/people/:personId', { slug, personId }),
    call(event, 'GET /groups/:slug/people-contacts', { slug }),
  ]);
  return { group, person, contacts: contacts.rows };
};

export const actions: Actions = {
  default: (event) => {
    const { slug, personId } = event.params;
    return act(
      event,
      ({ name, pronouns, language, assessment, contactId }) =>
        call(
          event,
          'PATCH /groups/:slug/people/:personId',
          { slug, personId },
          { name, pronouns, language, assessment, contactId: contactId || null },
        ),
      `/groups/${slug}/people/${personId}?saved`,
    );
  },
};
