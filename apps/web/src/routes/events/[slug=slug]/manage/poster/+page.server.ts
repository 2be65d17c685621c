import type { EventView } from '@groundwork/features/events/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import { findPosterLink } from '#lib/links/poster.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await api(event).get<EventView>(at`/events/${event.params.slug}`);
  const link = await findPosterLink(event, { ...found, path: `/events/${found.slug}` });
  return { event: found, link };
};
