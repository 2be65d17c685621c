import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

/**
 * The next events of a campaign, and the one of them that whoever signed can say with one press that they come to: it has
 * places, is for them, and was not answered yet.
 */
export async function listNext(event: RequestEvent, campaign: string, answered: readonly string[] = []) {
  const { rows } = await call(event, 'GET /events', { campaign, limit: 3 });
  const open = rows.find(
    (row) => row.takesAnswers && !row.isFull && row.myAnswer === null && !answered.includes(row.slug),
  );
  return { events: rows, press: open?.slug ?? null };
}
