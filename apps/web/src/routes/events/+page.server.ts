import type { EventPage } from '@groundwork/features/events/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const isPast = searchParams.has('past');
  const asked = new URLSearchParams({ limit: '30', ...(isPast && { past: 'true' }) });
  const after = searchParams.get('after');
  if (after) asked.set('after', after);
  return { events: await api(event).get<EventPage>(at`/events?${asked}`), isPast };
};
