import { pass, show } from '#lib/api/api.server.ts';
import type { RequestHandler } from './$types';

/** A campaign's names as a file, passed through from the api as it comes. */
export const POST: RequestHandler = async (event) => {
  const answer = await pass(event, 'POST /campaigns/:slug/names/exports', event.params, undefined, {
    timeoutMilliseconds: 600_000,
  }).catch((refusal: unknown) => show(refusal, event));
  return new Response(answer.body, {
    headers: {
      'content-type': answer.headers.get('content-type') ?? 'text/csv',
      'content-disposition': answer.headers.get('content-disposition') ?? 'attachment',
      'cache-control': 'no-store',
    },
  });
};
