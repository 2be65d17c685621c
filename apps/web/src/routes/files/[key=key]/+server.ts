import { pass, show } from '#lib/api/api.server.ts';
import type { RequestHandler } from './$types';

/** A picture of this site, from the api's store; its address never shows anything else, so it is kept for good. */
export const GET: RequestHandler = async (event) => {
  const answer = await pass(event, 'GET /files/:key', event.params).catch((refusal: unknown) =>
    show(refusal, event),
  );
  const headers = new Headers();
  for (const name of ['content-type', 'cache-control', 'content-security-policy']) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(answer.body, { headers });
};
