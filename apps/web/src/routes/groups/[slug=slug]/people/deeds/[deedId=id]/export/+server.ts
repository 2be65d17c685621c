import { passExport } from '#lib/groups/exports.server.ts';
import type { RequestHandler } from './$types';

/** Those whom a deed is about, as a file of the kind that the form says. */
export const POST: RequestHandler = async (event) => {
  const format = (await event.request.formData()).get('format');
  return passExport(event, 'POST /groups/:slug/people-deeds/:deedId/exports', {
    format: String(format ?? 'csv'),
  });
};
