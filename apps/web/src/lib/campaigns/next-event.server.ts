import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

/**
 * The next events of a campaign, and the one of them that whoever signed can say with one press that they come to: it has
 * places, is for them, was not answered yet, and is of the group whose person they are (`owner`, its slug). What another group holds
 * is answered by its own form, which says so.
 */
export async function listNext(
  event: RequestEvent,
  { campaign, owner, answered = [] }: { campaign: string; owner: string; answered?: readonly string[] },
) {
  const { rows } = await call(event, 'GET /events', { campaign, limit: 3 });
  const open = rows.find(
    ({ slug, group, ...row }) =>
      group.slug === owner &&
      row.takesAnswers &&
      !row.isFull &&
      row.myAnswer === null &&
      !answered.includes(slug),
  );
  return { events: rows, press: open?.slug ?? null };
}
