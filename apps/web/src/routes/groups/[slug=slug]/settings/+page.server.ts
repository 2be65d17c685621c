import type { GroupChange } from '@groundwork/features/groups/contract';
import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act, valuesOf, words } from '#lib/api/forms.ts';
import { uploadPicture } from '#lib/pictures/pictures.server.ts';
import { readZone } from '#lib/zones/zones.server.ts';
import { monthsOf } from '#lib/groups/forgetting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const group = await call(event, 'GET /groups/:slug', event.params);
  if (!group.can.delete) error(404, event.locals.words.t('error.not-found'));
  return { group, isSaved: event.url.searchParams.get('done') === 'saved' };
};

export const actions: Actions = {
  edit: (event) =>
    act(
      event,
      async (_typed, form) => {
        const change = changeOf(form, await uploadPicture(event, form));
        if (change.timeZone) change.timeZone = await readZone(event, change.timeZone);
        return call(event, 'PATCH /groups/:slug', event.params, change);
      },
      // Its address is another one where who may know of it has changed.
      ({ slug }) => `/groups/${slug}/settings?done=saved`,
    ),
  delete: (event) =>
    act(
      event,
      ({ 'confirmed-name': name = '' }) => call(event, 'PUT /groups/:slug/deletion', event.params, { name }),
      '',
    ),
  keep: (event) =>
    act(event, () => call(event, 'DELETE /groups/:slug/deletion', event.params), '?done=saved'),
};

function changeOf(form: FormData, pictureKey: string | undefined): GroupChange {
  const typed = words(form);
  const { name, summary, about, language, visibility, joining } = typed;
  const { contactEmail = '', timeZone = '', country, accent } = typed;
  return {
    ...({ name, summary, about, language, visibility, joining } as GroupChange),
    contactEmail: contactEmail || null,
    ...(typed.forgetAfterMonths !== undefined && {
      forgetAfterMonths: monthsOf(typed.forgetAfterMonths),
    }),
    ...(timeZone && { timeZone }),
    ...(country !== undefined && { country: country || null }),
    questions: valuesOf(typed, 'question').filter((question) => question !== ''),
    accent: form.has('site-accent') ? null : (accent ?? null),
    ...(form.has('no-picture') && { pictureKey: null }),
    ...(pictureKey && { pictureKey }),
  };
}
