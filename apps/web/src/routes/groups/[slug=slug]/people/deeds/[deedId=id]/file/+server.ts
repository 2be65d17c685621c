import { passExport } from '#lib/groups/exports.server.ts';
import type { RequestHandler } from './$types';

/** The file that was prepared. */
export const POST: RequestHandler = (event) =>
  passExport(event, 'POST /groups/:slug/people-deeds/:deedId/file-downloads');
