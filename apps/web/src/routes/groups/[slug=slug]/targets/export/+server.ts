import { passExport } from '#lib/groups/exports.server.ts';
import type { RequestHandler } from './$types';

/** The group's targets, with what it asked of any and keeps in mind, as a file. */
export const POST: RequestHandler = (event) => passExport(event, 'POST /groups/:slug/targets/exports');
