import { countSoon } from '#lib/mailings/counting.server.ts';
import type { RequestHandler } from './$types';

/** How many get it, and what was looked at, for a page that came before they were counted. */
export const GET: RequestHandler = async (event) =>
  Response.json(await countSoon(event, true), { headers: { 'cache-control': 'no-store' } });
