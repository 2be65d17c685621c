import type { SubjectView } from '@groundwork/features/reports/subjects/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  subject: await api(event).get<SubjectView>(pathOf(event)),
  isSent: event.url.searchParams.has('sent'),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { note } = words(form);
    try {
      await api(event).put(at`${pathOf(event)}/report`, note ? { note } : {});
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '?sent');
  },
};

function pathOf({ params }: RequestEvent<{ kind: string; key: string }>) {
  return at`/subjects/${params.kind}/${params.key}`;
}
