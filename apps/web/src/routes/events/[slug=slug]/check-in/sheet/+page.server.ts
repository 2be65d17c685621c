import type { CheckInPage, CheckInRow } from '@groundwork/features/events/checkin/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

/** A sheet is paper: more names than this are better checked in on a screen. */
const MOST = 1000;

export const load: PageServerLoad = async (event) => ({
  event: await call(event, 'GET /events/:slug', event.params),
  rows: await listNames(event),
});

async function listNames(event: RequestEvent<{ slug: string }>): Promise<CheckInRow[]> {
  const rows: CheckInRow[] = [];
  let after: string | null = '';
  while (after !== null && rows.length < MOST) {
    const asked = { ...event.params, after, limit: 100 };
    const door: CheckInPage = await call(event, 'GET /events/:slug/door', asked);
    rows.push(...door.rows.filter(({ state }) => state !== 'waitlisted'));
    after = door.next;
  }
  return rows;
}
