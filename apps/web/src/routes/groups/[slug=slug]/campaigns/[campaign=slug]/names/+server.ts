import { passExport } from '#lib/groups/exports.server.ts';
import type { RequestHandler } from './$types';

/** Those who signed through a group, as a file. */
export const POST: RequestHandler = (event) =>
  passExport(event, 'POST /groups/:slug/sponsorships/:campaign/names/exports');
