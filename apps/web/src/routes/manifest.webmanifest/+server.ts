import { manifestOf } from '#lib/offline/manifest.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { site, language, words } }) =>
  new Response(JSON.stringify(manifestOf({ name: site.name, language, direction: words.direction })), {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'private, max-age=3600' },
  });
