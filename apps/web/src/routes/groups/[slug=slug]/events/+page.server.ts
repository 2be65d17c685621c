import type { EventPage, GroupEventPage } from '@groundwork/features/events/contract';
import type { GroupView } from '@groundwork/features/groups/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

/** Organizers get all of it as a table, everyone else what is coming. */
export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const { searchParams } = event.url;
  const isPast = searchParams.has('past');
  const after = searchParams.get('after');
  const group = await api(event).get<GroupView>(at`/groups/${slug}`);
  if (group.can.hostEvents) {
    const asked = new URLSearchParams({ limit: '50', ...(after && { after }) });
    return {
      group,
      isPast,
      table: await api(event).get<GroupEventPage>(at`/groups/${slug}/events?${asked}`),
    };
  }
  const asked = new URLSearchParams({
    group: slug,
    limit: '30',
    ...(after && { after }),
    ...(isPast && { past: 'true' }),
  });
  return { group, isPast, events: await api(event).get<EventPage>(at`/events?${asked}`) };
};
