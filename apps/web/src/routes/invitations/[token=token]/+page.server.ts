import { intentToAccept } from '#lib/accounts/intents.server.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // The address is a key: no memory of ours or of a proxy should hold the page behind it.
  event.setHeaders({ 'cache-control': 'no-store' });
  return { invitation: await call(event, 'GET /invitations/:token', event.params) };
};

export const actions: Actions = {
  /** For who has an account and is not signed in: signing in is all that is left to do. */
  signIn: (event) => act(event, () => intentToAccept(event, event.params.token)),
  accept: (event) =>
    act(
      event,
      () => call(event, 'PUT /invitations/:token/acceptance', event.params),
      ({ slug }) => `/groups/${slug}?done=joined`,
    ),
  /** For who was mailed it: opened, signed in and in the group by one press. */
  open: (event) =>
    act(
      event,
      ({ name, password }) => {
        const { language } = event.locals;
        return call(event, 'PUT /invitations/:token/account', event.params, { name, password, language });
      },
      ({ slug }) => `/groups/${slug}?done=joined`,
    ),
  /** For who holds a link: their mailbox is asked first. */
  ask: (event) =>
    act(
      event,
      ({ name, email, password, timeZone }) => {
        const opening = { name, email, password, timeZone, language: event.locals.language };
        return call(event, 'POST /invitations/:token/openings', event.params, opening);
      },
      '/open-account/sent',
    ),
};
