import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';

type Event = RequestEvent<{ slug: string; mailingId: string }>;

/** What becomes of a mailing, as its page asks for it. */
export const standingActions = {
  askForLook: (event: Event) =>
    act(
      event,
      () => call(event, 'PUT /groups/:slug/mailings/:mailingId/look-request', event.params),
      '#check',
    ),
  giveLook: (event: Event) =>
    act(event, () => call(event, 'PUT /groups/:slug/mailings/:mailingId/look', event.params), '#check'),
  send: (event: Event) =>
    act(
      event,
      ({ when, day = '', hour = '', count, lot }) =>
        call(event, 'PUT /groups/:slug/mailings/:mailingId/sending', event.params, {
          when,
          at: when === 'now' || !day || !hour ? undefined : `${day}T${hour}`,
          count,
          ...(lot && lot !== 'none' && { lot }),
        }),
      '',
    ),
  unsend: (event: Event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/mailings/:mailingId/sending', event.params),
      '?done=unsent',
    ),
  haste: (event: Event) =>
    act(event, () => call(event, 'DELETE /groups/:slug/mailings/:mailingId/wait', event.params), ''),
  stop: (event: Event) =>
    act(event, () => call(event, 'PUT /groups/:slug/mailings/:mailingId/stop', event.params), ''),
  resume: (event: Event) =>
    act(event, () => call(event, 'DELETE /groups/:slug/mailings/:mailingId/stop', event.params), ''),
  keep: (event: Event) =>
    act(
      event,
      ({ isTemplate, isOffered }) =>
        call(event, 'PUT /groups/:slug/mailings/:mailingId/template', event.params, {
          isTemplate: isTemplate === 'yes',
          isOffered: isOffered === 'yes',
        }),
      '',
    ),
  copy: (event: Event) =>
    act(
      event,
      () => call(event, 'POST /groups/:slug/mailings', event.params, { copyOf: event.params.mailingId }),
      ({ id }) => `/groups/${event.params.slug}/mailings/${id}`,
    ),
  remove: (event: Event) =>
    act(
      event,
      async () => {
        await call(event, 'DELETE /groups/:slug/mailings/:mailingId', event.params);
        return call(event, 'GET /groups/:slug', { slug: event.params.slug });
      },
      // Whoever runs one campaign alone has no list of the group's mailings.
      ({ slug, can }) => (can.contactPeople ? `/groups/${slug}/mailings` : `/groups/${slug}`),
    ),
};
