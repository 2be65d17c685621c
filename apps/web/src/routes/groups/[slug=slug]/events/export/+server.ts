import { passExport } from '#lib/groups/exports.server.ts';
import type { RequestHandler } from './$types';

/** The group's events as a file. */
export const POST: RequestHandler = (event) => passExport(event, 'POST /groups/:slug/events/exports');
