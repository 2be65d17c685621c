import type { EventPage } from '@groundwork/features/events/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import { isFull } from '#lib/events/line.ts';

/**
 * The next events of a campaign, and the one of them that whoever signed can say with one press that they come to: it has
 * places, is for them, and was not answered yet.
 */
export async function listNext(event: RequestEvent, campaignId: string, answered: readonly string[] = []) {
  const { rows } = await api(event).get<EventPage>(at`/events?campaign=${campaignId}&limit=3`);
  const open = rows.find(
    (row) => row.takesAnswers && !isFull(row) && row.myAnswer === null && !answered.includes(row.slug),
  );
  return { events: rows, press: open?.slug ?? null };
}
