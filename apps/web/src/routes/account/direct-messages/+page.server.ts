import type { OwnDirects } from '@groundwork/features/messaging/directs/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

const OWN = at`/account/direct-messages`;

export const load: PageServerLoad = async (event) => ({
  directs: await api(event).get<OwnDirects>(OWN),
  isSaved: event.url.searchParams.has('saved'),
});

export const actions: Actions = {
  refuse: (event) => done(event, () => api(event).put(at`${OWN}/refusal`)),
  accept: (event) => done(event, () => api(event).delete(at`${OWN}/refusal`)),
  unblock: (event) =>
    done(event, (form) => api(event).delete(at`${OWN}/blocks/${String(form.get('account') ?? '')}`)),
};

async function done(event: RequestEvent, deed: (form: FormData) => Promise<unknown>) {
  const form = await event.request.formData();
  try {
    await deed(form);
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, '/account/direct-messages?saved');
}
