import { passExport } from '#lib/groups/exports.server.ts';
import type { RequestHandler } from './$types';

/** The lots of a draw for one group, without names. */
export const GET: RequestHandler = (event) =>
  passExport(event, 'GET /groups/:slug/sponsorships/:campaign/draws/:id.txt');
