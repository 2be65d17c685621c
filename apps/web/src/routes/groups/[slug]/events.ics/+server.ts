import { passCalendar } from '#lib/events/calendars.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => passCalendar(event, `/groups/${event.params.slug}/events.ics`);
