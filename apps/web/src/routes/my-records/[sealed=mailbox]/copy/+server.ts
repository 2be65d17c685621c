import { passCopy } from '#lib/people/copies.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => passCopy(event, 'GET /own-mailboxes/:sealed/copy');
