import { passExport } from '#lib/groups/exports.server.ts';
import type { RequestHandler } from './$types';

/** What the group needs and offers, as a file. */
export const POST: RequestHandler = (event) => passExport(event, 'POST /groups/:slug/listings/exports');
