import type { GroupChange, GroupView } from '@groundwork/features/groups/contract';
import { error as fault, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { keepPicture } from '#lib/pictures/pictures.server.ts';
import { readZone } from '#lib/zones/zones.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const group = await api(event).get<GroupView>(at`/groups/${event.params.slug}`);
  if (!group.can.delete) fault(404, event.locals.words.t('error.not-found'));
  return { group, isSaved: event.url.searchParams.get('done') === 'saved' };
};

export const actions: Actions = {
  edit: async (event) => {
    const form = await event.request.formData();
    let group: GroupView;
    try {
      const change = changeOf(form, await keepPicture(event, form));
      if (change.timeZone) change.timeZone = await readZone(event, change.timeZone);
      group = await api(event).patch<GroupView>(at`/groups/${event.params.slug}`, change);
    } catch (error) {
      return refused(error, form);
    }
    // Its address is another one where who may know of it has changed.
    redirect(303, `/groups/${group.slug}/settings?done=saved`);
  },
  delete: async (event) => {
    const form = await event.request.formData();
    const typed = { name: String(form.get('confirmed-name') ?? '') };
    try {
      await api(event).put(at`/groups/${event.params.slug}/deletion`, typed);
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, `/groups/${event.params.slug}/settings`);
  },
  keep: async (event) => {
    try {
      await api(event).delete(at`/groups/${event.params.slug}/deletion`);
    } catch (error) {
      return refused(error, new FormData());
    }
    redirect(303, `/groups/${event.params.slug}/settings?done=saved`);
  },
};

function changeOf(form: FormData, pictureKey: string | undefined): GroupChange {
  const { name, summary, about, language, visibility, joining, ...typed } = words(form);
  const { contactEmail = '', timeZone = '', accent } = typed;
  const questions = form.getAll('question').map((question) => String(question).trim());
  return {
    ...({ name, summary, about, language, visibility, joining } as GroupChange),
    contactEmail: contactEmail || null,
    ...(timeZone && { timeZone }),
    questions: questions.filter((question) => question !== ''),
    accent: form.has('site-accent') ? null : (accent ?? null),
    ...(form.has('no-picture') && { pictureKey: null }),
    ...(pictureKey && { pictureKey }),
  };
}
