import { redirect, type RequestEvent } from '@sveltejs/kit';
import { behindLink } from '#lib/accounts/links.server.ts';
import { deedIn } from '#lib/accounts/intents.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { nextPathIn } from '#lib/origin/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer, site } = event.locals;
  const next = nextPathIn(event.url.searchParams.get('next'));
  if (viewer || next.startsWith('/invitations/')) redirect(303, next);
  const token = event.url.searchParams.get('invitation');
  const invitation = token === null ? null : await invitationOf(event, token);
  const way = site.opening === 'invited' && !invitation ? ('invite-only' as const) : site.opening;
  return { next, intent: deedIn(event.url), way, invitation, isEnded: token !== null && invitation === null };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ invitation, name, email, password, timeZone, next }) => {
        const { language } = event.locals;
        const opening = { name, email, password, timeZone, next, language };
        return call(event, 'POST /accounts', {}, { ...opening, ...(invitation && { invitation }) });
      },
      '/open-account/sent',
    ),
};

async function invitationOf(event: RequestEvent, token: string) {
  const invitation = await behindLink(event, 'GET /account-invitations/:token', token);
  return invitation && { ...invitation, token };
}
