import { passCalendar } from '#lib/events/calendars.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  passCalendar(event, `/rsvps/${encodeURIComponent(event.params.token)}/calendar`);
