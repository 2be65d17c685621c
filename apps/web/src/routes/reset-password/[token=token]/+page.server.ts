import type { ResetView } from '@groundwork/features/accounts/contract';
import { redirect } from '@sveltejs/kit';
import type { WishOutcome } from '@groundwork/features/accounts/wishes/contract';
import { forgetNext, keptNext } from '#lib/accounts/kept-next.server.ts';
import { backTo } from '#lib/accounts/wishes.ts';
import { behindLink } from '#lib/accounts/links.server.ts';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  reset: await behindLink<ResetView>(event, at`/password-resets/${event.params.token}`),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const next = keptNext(event.cookies);
    let wish: WishOutcome | undefined;
    try {
      const path = at`/password-resets/${event.params.token}`;
      wish = await api(event).put<WishOutcome | undefined>(path, { password: words(form).password, next });
    } catch (error) {
      return refused(error, form);
    }
    forgetNext(event.cookies);
    redirect(303, next === '/' ? '/account/password?changed' : backTo(next, wish));
  },
};
