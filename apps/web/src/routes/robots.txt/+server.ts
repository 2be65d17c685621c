import { CLOSED_TO_ROBOTS } from '#lib/indexing/indexing.ts';
import type { RequestHandler } from './$types';

/** What robots are asked to keep away from (RFC 9309). Pages that must not be kept say so themselves besides. */
export const GET: RequestHandler = () => {
  const lines = [
    'User-agent: *',
    ...CLOSED_TO_ROBOTS.map((path) => `Disallow: ${path}`),
    'Allow: /api/*/card.png',
    'Allow: /',
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
};
