import { resultsSoon } from '#lib/mailings/results.server.ts';
import type { RequestHandler } from './$types';

/** What came of it, for a page that came before it was counted. */
export const GET: RequestHandler = async (event) =>
  Response.json(await resultsSoon(event, true), { headers: { 'cache-control': 'no-store' } });
