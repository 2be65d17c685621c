import { api, show } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { RequestHandler } from './$types';

/** The group's people as a file, passed through from the api as it comes. */
export const GET: RequestHandler = async (event) => {
  const answer = await api(event)
    .raw('GET', at`/groups/${event.params.slug}/people.csv`, undefined, { timeoutMilliseconds: 600_000 })
    .catch((refusal: unknown) => show(refusal, event));
  return new Response(answer.body, {
    headers: {
      'content-type': answer.headers.get('content-type') ?? 'text/csv',
      'content-disposition': answer.headers.get('content-disposition') ?? 'attachment',
      'cache-control': 'no-store',
    },
  });
};
