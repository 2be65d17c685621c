import type { Context } from '../context.ts';
import { cardLanguage, CardQuery, sendCard } from '../groups/cards.ts';
import { groupPolicy } from '../groups/policy.ts';
import { deed, defineRoutes } from '../http.ts';
import { cancelEvent, createEvent, editEvent, publishEvent, removeEvent } from './actions.ts';
import { CALENDAR, eventCalendar, groupCalendar } from './calendar.ts';
import { checkInRoutes } from './checkin/routes.ts';
import { countTurnouts } from './checkin/turnout.ts';
import {
  CancellationInput,
  EventAsked,
  EventInput,
  EventPage,
  EventQuery,
  EventView,
  GroupEventPage,
  GroupEventQuery,
} from './contract.ts';
import { eventExportRoutes } from './exports/routes.ts';
import { nameHost, removeHost } from './hosts/actions.ts';
import { eventPolicy } from './policy.ts';
import { listFeed } from './feeds.ts';
import { listEvents } from './listing.ts';
import { findAboutHtml, findEvent, listGroupEvents, listHosts } from './queries.ts';
import { rsvpRoutes } from './rsvps/routes.ts';
import { countAnswered } from './announced.ts';
import { heldTogetherRoutes } from './alongside/routes.ts';
import { findEventBringer, listEventSponsors } from './sponsors/queries.ts';
import { eventSponsorRoutes } from './sponsors/routes.ts';
import { eventCard, rowOf, viewOf } from './views.ts';

const pageRoutes = defineRoutes({
  'GET /events': deed({ who: 'anyone', query: EventQuery, answers: EventPage }, async (ctx, { query }) => {
    const { rows, next } = await listEvents(ctx, query);
    return { rows: rows.map(rowOf), next };
  }),
  'GET /groups/:slug/events': deed(
    { who: 'anyone', query: GroupEventQuery, answers: GroupEventPage },
    async (ctx, { params, query }) => {
      const { rows, next, group } = await listGroupEvents(ctx, params.slug, query);
      const can = { create: groupPolicy.hostEvents(group) };
      // Who came is for those who run them.
      const turnouts = can.create && (await countTurnouts(ctx, rows));
      return {
        rows: rows.map((row) => ({ ...rowOf(row), turnout: (turnouts && turnouts.get(row.id)) || null })),
        next,
        can,
      };
    },
  ),
  'GET /events/:slug': deed(
    { who: 'anyone', query: EventAsked, answers: EventView },
    (ctx, { params, query }) => seen(ctx, params.slug, query.via),
  ),
  'GET /events/:slug/card.png': deed(
    { who: 'anyone', query: CardQuery, sends: 'image/png', head: true },
    async (ctx, asked, reply) => {
      const event = await findEvent(ctx, asked.params.slug);
      return sendCard(ctx, eventCard(event, cardLanguage(ctx, asked)), { asked, reply });
    },
  ),
});

/** Making an event, changing it, naming who runs it; from draft to published, and off. */
const HOST = { who: 'account', answers: EventView } as const;
const hostRoutes = defineRoutes({
  'POST /groups/:slug/events': deed(
    { who: 'account', body: EventInput, answers: EventView, status: 201 },
    async (ctx, { params, body }) => seen(ctx, await createEvent(ctx, params.slug, body)),
  ),
  'PUT /events/:slug': deed({ ...HOST, body: EventInput }, async (ctx, { params, body }) => {
    await editEvent(ctx, params.slug, body);
    return seen(ctx, params.slug);
  }),
  'DELETE /events/:slug': deed({ who: 'account' }, (ctx, { params }) => removeEvent(ctx, params.slug)),
  'PUT /events/:slug/hosts/:accountId': deed(HOST, async (ctx, { params }) => {
    await nameHost(ctx, params.slug, params.accountId);
    return seen(ctx, params.slug);
  }),
  'DELETE /events/:slug/hosts/:accountId': deed(HOST, async (ctx, { params }) => {
    await removeHost(ctx, params.slug, params.accountId);
    return seen(ctx, params.slug);
  }),
  'PUT /events/:slug/publication': deed(HOST, async (ctx, { params }) => {
    await publishEvent(ctx, params.slug);
    return seen(ctx, params.slug);
  }),
  'PUT /events/:slug/cancellation': deed(
    { ...HOST, body: CancellationInput },
    async (ctx, { params, body }) => {
      await cancelEvent(ctx, params.slug, body);
      return seen(ctx, params.slug);
    },
  ),
});

/** Files for calendars. They are passed on, so they never hold what is only for those who RSVPed. */
const calendarRoutes = defineRoutes({
  'GET /events/:slug.ics': deed({ who: 'anyone', sends: CALENDAR, head: true }, async (ctx, { params }) => {
    const event = await findEvent(ctx, params.slug);
    return eventCalendar(ctx, event, { language: ctx.language, isComing: false });
  }),
  'GET /groups/:slug/events.ics': deed(
    { who: 'anyone', sends: CALENDAR, head: true },
    async (ctx, { params }) => {
      const { group, rows } = await listFeed(ctx, params.slug);
      return groupCalendar(ctx, group.name, rows, ctx.language);
    },
  ),
});

export const eventRoutes = {
  ...pageRoutes,
  ...hostRoutes,
  ...calendarRoutes,
  ...rsvpRoutes,
  ...checkInRoutes,
  ...eventExportRoutes,
  ...eventSponsorRoutes,
  ...heldTogetherRoutes,
};

async function seen(ctx: Context, slug: string, via = '') {
  const event = await findEvent(ctx, slug);
  const [hosts, aboutHtml, tellCount, sponsors, bringer] = await Promise.all([
    listHosts(ctx, event.id),
    findAboutHtml(ctx, event),
    eventPolicy.edit(event) ? countAnswered(ctx, event.id) : 0,
    event.isShared ? listEventSponsors(ctx, event.id) : [],
    findEventBringer(ctx, event, via),
  ]);
  return viewOf(ctx, event, { hosts, aboutHtml, tellCount, sponsors, bringer });
}
