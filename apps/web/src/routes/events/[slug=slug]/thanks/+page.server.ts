import type { EventPage, EventView } from '@groundwork/features/events/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

const PLACES = ['held', 'waiting', 'asked'] as const;

export const load: PageServerLoad = async (event) => {
  const told = event.url.searchParams.get('place');
  const place = PLACES.find((one) => one === told) ?? 'asked';
  const found = await api(event).get<EventView>(at`/events/${event.params.slug}`);
  const more = await api(event).get<EventPage>(at`/events?group=${found.group.slug}&limit=4`);
  return {
    event: found,
    place,
    more: more.rows.filter(({ id }) => id !== found.id).slice(0, 3),
  };
};
