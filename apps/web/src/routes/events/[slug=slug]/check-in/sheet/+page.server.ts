import type { DoorPage, DoorRow } from '@groundwork/features/events/checkin/contract';
import type { EventView } from '@groundwork/features/events/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

/** A sheet is paper: more names than this are better checked in on a screen. */
const MOST = 1000;

export const load: PageServerLoad = async (event) => ({
  event: await api(event).get<EventView>(at`/events/${event.params.slug}`),
  rows: await listNames(event),
});

async function listNames(event: RequestEvent): Promise<DoorRow[]> {
  const rows: DoorRow[] = [];
  let after: string | null = '';
  while (after !== null && rows.length < MOST) {
    const asked = new URLSearchParams({ limit: '100', after });
    const door: DoorPage = await api(event).get<DoorPage>(at`/events/${event.params.slug}/door?${asked}`);
    rows.push(...door.rows.filter(({ state }) => state !== 'waitlisted'));
    after = door.next;
  }
  return rows;
}
