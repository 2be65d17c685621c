import { show } from '#lib/api/api.server.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** A calendar file as the api made it. What it holds can be one person's, so nobody in between keeps it. */
export async function passCalendar(event: RequestEvent, asked: Promise<Response>): Promise<Response> {
  const { body } = await asked.catch((refusal: unknown) => show(refusal, event));
  return new Response(body, {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache' },
  });
}
