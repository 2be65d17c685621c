import type { RequestEvent } from '@sveltejs/kit';
import { api, show } from '#lib/api/api.server.ts';
import type { ApiPath } from '#lib/api/paths.ts';

/** A file of what a group holds, passed through from the api as it comes. Asked for by a button: each is on record. */
export async function passExport(event: RequestEvent, path: ApiPath): Promise<Response> {
  const answer = await api(event)
    .raw('POST', path, undefined, { timeoutMilliseconds: 600_000 })
    .catch((refusal: unknown) => show(refusal, event));
  return new Response(answer.body, {
    headers: {
      'content-type': answer.headers.get('content-type') ?? 'text/csv',
      'content-disposition': answer.headers.get('content-disposition') ?? 'attachment',
      'cache-control': 'no-store',
    },
  });
}
