import { fail, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act, type FormValues, type RefusedForm } from '#lib/api/forms.ts';
import { taggedIn } from '#lib/people/tags.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  group: await call(event, 'GET /groups/:slug', { slug: event.params.slug }),
});

export const actions: Actions = {
  default: async (event) => {
    const { slug } = event.params;
    const outcome = await act(
      event,
      (typed) => call(event, 'POST /groups/:slug/people', { slug }, personIn(typed)),
      ({ id }) => `/groups/${slug}/people/${id}?added`,
    );
    const known = await findKnown(event, slug, outcome.data);
    return fail(outcome.status, { ...outcome.data, known });
  },
};

/** Whom the group has by that email, or by that number and name, for a link beside what was refused. */
async function findKnown(event: RequestEvent, slug: string, { fields, values }: RefusedForm) {
  const { email = '', name = '', phone = '' } = values;
  if (!fields.email && !fields.phone) return null;
  const search = fields.email ? email.trim() : name.trim();
  if (search === '') return null;
  const { rows } = await call(event, 'GET /groups/:slug/people', { slug, search, limit: 50 });
  const digits = phone.replaceAll(/\D/g, '');
  const known = rows.find((row) =>
    fields.email ? row.email === search.toLowerCase() : row.phone?.replaceAll(/\D/g, '') === digits,
  );
  return known ? { id: known.id, name: known.name } : null;
}

function personIn({ name = '', email, phone, language, tags, note, yes, how }: FormValues) {
  return {
    name,
    ...(email && { email }),
    ...(phone && { phone }),
    ...(language && { language }),
    ...(note && { note }),
    ...(yes && how && { saidYes: how }),
    tags: taggedIn(tags),
  };
}
