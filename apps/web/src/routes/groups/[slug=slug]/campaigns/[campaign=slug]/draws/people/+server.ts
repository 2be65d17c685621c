import { passExport } from '#lib/groups/exports.server.ts';
import type { RequestHandler } from './$types';

/** Those who came to a group by lot, as a file. */
export const POST: RequestHandler = (event) =>
  passExport(event, 'POST /groups/:slug/sponsorships/:campaign/draws/exports');
