import { passCalendar } from '#lib/events/calendars.server.ts';
import { at } from '#lib/api/paths.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => passCalendar(event, at`/events/${event.params.slug}.ics`);
