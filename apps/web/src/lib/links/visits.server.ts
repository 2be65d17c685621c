import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { nullFor } from '#lib/mailings/refusals.server.ts';

/**
 * Where a short link leads. Each visit asks the api, which counts it: the header keeps the answer out of what strangers share.
 * Whoever fetches ahead is nobody visiting.
 */
export function visitLink(event: RequestEvent, code: string) {
  const purpose = event.request.method === 'HEAD' ? 'prefetch' : ahead(event.request.headers);
  return call(event, 'GET /go/:code', { code }, undefined, { headers: { 'sec-purpose': purpose } });
}

/** Counts a visit of a page that was reached with a link's code beside it, where that link leads there; a form that comes back is none. */
export async function visitBeside(
  event: RequestEvent,
  { code, path }: { code: string; path: string },
): Promise<void> {
  if (event.request.method !== 'GET') return;
  const looking = { headers: { 'sec-purpose': 'prefetch' } };
  const link = await nullFor([404], call(event, 'GET /go/:code', { code }, undefined, looking));
  if (link?.path === path) await nullFor([404], visitLink(event, code));
}

/** What a browser says about fetching ahead, whichever header it says it in. */
function ahead(headers: Headers): string {
  const said = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => headers.get(name) ?? '');
  return said.join(' ').trim();
}
