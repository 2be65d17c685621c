import type { RequestEvent } from '@sveltejs/kit';
import { api, show } from '#lib/api/api.server.ts';
import type { ApiPath } from '#lib/api/paths.ts';

/** A calendar file as the api made it. What it holds can be one person's, so nobody in between keeps it. */
export async function passCalendar(event: RequestEvent, path: ApiPath): Promise<Response> {
  const answer = await api(event)
    .raw('GET', path)
    .catch((refusal: unknown) => show(refusal, event));
  return new Response(answer.body, {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache' },
  });
}
