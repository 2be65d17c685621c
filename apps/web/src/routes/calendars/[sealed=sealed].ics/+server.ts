import { pass } from '#lib/api/api.server.ts';
import { passCalendar } from '#lib/events/calendars.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  passCalendar(event, pass(event, 'GET /calendars/:sealed', event.params));
