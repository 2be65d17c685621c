import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** Organizers get all of it as a table, everyone else what is coming. */
export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const { searchParams } = event.url;
  const isPast = searchParams.has('past');
  const after = searchParams.get('after');
  const group = await call(event, 'GET /groups/:slug', { slug });
  if (group.can.hostEvents) {
    const [table, { rows: sponsorships }] = await Promise.all([
      call(event, 'GET /groups/:slug/events', { slug, after, limit: 50 }),
      call(event, 'GET /groups/:slug/event-sponsorships', { slug }),
    ]);
    return { group, isPast, table, sponsorships };
  }
  const asked = { group: slug, past: isPast || null, after, limit: 30 };
  return { group, isPast, events: await call(event, 'GET /events', asked) };
};

export const actions: Actions = {
  answer: (event) =>
    act(
      event,
      ({ asked = '-', answer, word }) => {
        const sponsorship = { ...event.params, event: asked };
        return call(event, 'PUT /groups/:slug/event-sponsorships/:event', sponsorship, { answer, word });
      },
      '',
    ),
  leave: (event) =>
    act(
      event,
      ({ asked = '-' }) =>
        call(event, 'DELETE /groups/:slug/event-sponsorships/:event', { ...event.params, event: asked }),
      '',
    ),
};
