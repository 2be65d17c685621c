import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

/** Organizers get all of it as a table, everyone else what is coming. */
export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const { searchParams } = event.url;
  const isPast = searchParams.has('past');
  const after = searchParams.get('after');
  const group = await call(event, 'GET /groups/:slug', { slug });
  if (group.can.hostEvents)
    return {
      group,
      isPast,
      table: await call(event, 'GET /groups/:slug/events', { slug, after, limit: 50 }),
    };
  const asked = { group: slug, past: isPast || null, after, limit: 30 };
  return { group, isPast, events: await call(event, 'GET /events', asked) };
};
