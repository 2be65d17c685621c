import type { InvitationView } from '@groundwork/features/accounts/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { behindLink } from '#lib/accounts/links.server.ts';
import { deedIn } from '#lib/accounts/wishes.ts';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { safeNext } from '#lib/origin/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer, site } = event.locals;
  const next = safeNext(event.url.searchParams.get('next'));
  if (viewer || next.startsWith('/invitations/')) redirect(303, next);
  const token = event.url.searchParams.get('invitation');
  const invitation = token === null ? null : await invitationOf(event, token);
  const way = site.opening === 'invited' && !invitation ? ('invite-only' as const) : site.opening;
  return { next, wish: deedIn(event.url), way, invitation, isEnded: token !== null && invitation === null };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      const { invitation, ...asked } = words(form);
      const answers = { ...asked, ...(invitation && { invitation }), language: event.locals.language };
      await api(event).post(at`/accounts`, answers);
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, '/open-account/sent');
  },
};

async function invitationOf(event: RequestEvent, token: string) {
  const invitation = await behindLink<InvitationView>(event, at`/account-invitations/${token}`);
  return invitation && { ...invitation, token };
}
