import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { keepNext, keptNext } from '#lib/accounts/kept-next.server.ts';
import { deedIn } from '#lib/accounts/wishes.ts';
import { safeNext } from '#lib/origin/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, cookies }) => ({
  next: safeNext(url.searchParams.get('next'), keptNext(cookies)),
  wish: deedIn(url),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { email, next } = words(form);
    try {
      await api(event).post(at`/password-resets`, { email });
    } catch (error) {
      return refused(error, form);
    }
    keepNext(event.cookies, safeNext(next), event.url.protocol === 'https:');
    redirect(303, '/reset-password/sent');
  },
};
