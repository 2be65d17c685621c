import { passExport } from '#lib/groups/exports.server.ts';
import type { RequestHandler } from './$types';

/** Those whom a deed is about, as a file. */
export const POST: RequestHandler = (event) =>
  passExport(event, 'POST /groups/:slug/people-deeds/:deedId/exports');
