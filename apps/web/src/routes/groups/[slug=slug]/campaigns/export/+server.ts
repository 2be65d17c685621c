import { at } from '#lib/api/paths.ts';
import { passExport } from '#lib/groups/exports.server.ts';
import type { RequestHandler } from './$types';

/** The group's campaigns as a file. */
export const POST: RequestHandler = (event) =>
  passExport(event, at`/groups/${event.params.slug}/campaigns/exports`);
