import type { LinkTarget } from '@groundwork/features/links/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import type { RequestHandler } from './$types';

/** A short link. Every visit asks the api, which counts it; the header keeps the answer out of what strangers share. */
export const GET: RequestHandler = (event) => lead(event, ahead(event.request.headers));

/** Who asks for the head only is no visitor. */
export const HEAD: RequestHandler = (event) => lead(event, 'prefetch');

async function lead(event: RequestEvent, purpose: string): Promise<Response> {
  const code = encodeURIComponent(event.params.code ?? '');
  const target = await api(event).get<LinkTarget>(`/go/${code}`, { headers: { 'sec-purpose': purpose } });
  const location = `${target.path}?via=${target.code}`;
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}

/** What a browser says about fetching ahead, whichever header it says it in. */
function ahead(headers: Headers): string {
  const said = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => headers.get(name) ?? '');
  return said.join(' ').trim();
}
