import type { EventPage, EventRow, EventView } from '@groundwork/features/events/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import { isFull, takesAnswers } from '#lib/events/line.ts';

/**
 * The next events of a campaign, and the one of them that whoever signed can say with one press that they come to: it has
 * places, is for anyone, and was not answered yet.
 */
export async function listNext(event: RequestEvent, campaignId: string, answered: readonly string[] = []) {
  const { rows } = await api(event).get<EventPage>(at`/events?campaign=${campaignId}&limit=3`);
  const open = rows.filter((row) => takesAnswers(row) && !isFull(row) && !answered.includes(row.slug));
  for (const row of open) if (await takesMore(event, row)) return { events: rows, press: row.slug };
  return { events: rows, press: null };
}

async function takesMore(event: RequestEvent, { slug }: EventRow) {
  const { can, isFull, myRsvp } = await api(event).get<EventView>(at`/events/${slug}`);
  return can.rsvp && !isFull && (myRsvp === null || myRsvp.state === 'cancelled');
}
