import { passExport } from '#lib/groups/exports.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => passExport(event, 'POST /campaigns/:slug/names/exports');
