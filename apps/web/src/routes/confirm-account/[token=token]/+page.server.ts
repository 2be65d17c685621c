import type { OpeningDone, OpeningView } from '@groundwork/features/accounts/contract';
import { redirect } from '@sveltejs/kit';
import { behindLink } from '#lib/accounts/links.server.ts';
import { backTo } from '#lib/accounts/wishes.ts';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { safeNext } from '#lib/origin/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  opening: await behindLink<OpeningView>(event, at`/account-openings/${event.params.token}`),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    let done: OpeningDone;
    try {
      done = await api(event).put<OpeningDone>(at`/account-openings/${event.params.token}`);
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, backTo(safeNext(done.next), done.wish));
  },
};
