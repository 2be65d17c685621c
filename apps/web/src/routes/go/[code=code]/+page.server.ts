import { redirect } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

/**
 * A short link. Each visit asks the api, which counts it: the header keeps the answer out of what strangers share,
 * and a redirection is never a remembered page.
 */
export const load: PageServerLoad = async (event) => {
  const purpose = event.request.method === 'HEAD' ? 'prefetch' : ahead(event.request.headers);
  const headers = { 'sec-purpose': purpose };
  const target = await call(event, 'GET /go/:code', event.params, undefined, { headers });
  redirect(302, `${target.path}?via=${target.code}`);
};

/** What a browser says about fetching ahead, whichever header it says it in. */
function ahead(headers: Headers): string {
  const said = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => headers.get(name) ?? '');
  return said.join(' ').trim();
}
