import type { WishOutcome } from '@groundwork/features/accounts/wishes/contract';
import { redirect } from '@sveltejs/kit';
import { backTo, deedIn } from '#lib/accounts/wishes.ts';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { safeNext } from '#lib/origin/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const next = safeNext(url.searchParams.get('next'));
  if (locals.viewer) redirect(303, next);
  return { next, wish: deedIn(url) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const next = safeNext(form.get('next'));
    const { email, password } = words(form);
    let wish: WishOutcome | undefined;
    try {
      wish = await api(event).post<WishOutcome | undefined>(at`/session`, { email, password, next });
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, backTo(next, wish));
  },
};
