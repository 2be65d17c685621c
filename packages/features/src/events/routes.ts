import { Type } from 'typebox';
import type { Context } from '../context.ts';
import { cardLanguage, CardQuery, sendCard } from '../groups/cards.ts';
import { HEAD, type Door } from '../http.ts';
import { PageQuery } from '../paging.ts';
import { groupPolicy } from '../groups/policy.ts';
import { cancelEvent, createEvent, editEvent, publishEvent, removeEvent } from './actions.ts';
import { eventCalendar, groupCalendar } from './calendar.ts';
import { checkInRoutes } from './checkin/routes.ts';
import {
  CancellationInput,
  EventInput,
  EventPage,
  EventQuery,
  EventSlug,
  EventView,
  GroupEventPage,
} from './contract.ts';
import { eventExportRoutes } from './exports/routes.ts';
import { nameHost, removeHost } from './hosts/actions.ts';
import { eventPolicy } from './policy.ts';
import { findAboutHtml, findEvent, listEvents, listFeed, listGroupEvents, listHosts } from './queries.ts';
import { rsvpRoutes } from './rsvps/routes.ts';
import { countTold } from './told.ts';
import { cardOf, rowOf, viewOf } from './views.ts';

const ANYONE = { who: 'anyone' } as const;
const ACCOUNT = { who: 'account' } as const;
const CALENDAR = 'text/calendar; charset=utf-8';
const InGroup = Type.Object({ slug: Type.String({ maxLength: 60 }) });
const OneHost = Type.Object({
  slug: Type.String({ maxLength: 80 }),
  accountId: Type.String({ format: 'uuid' }),
});

export function eventRoutes(app: Door): void {
  app.get(
    '/events',
    { config: ANYONE, schema: { querystring: EventQuery, response: { 200: EventPage } } },
    async ({ ctx, query }) => {
      const { rows, next } = await listEvents(ctx, query);
      return { rows: rows.map(rowOf), next };
    },
  );

  app.get(
    '/groups/:slug/events',
    {
      config: ANYONE,
      schema: { params: InGroup, querystring: PageQuery, response: { 200: GroupEventPage } },
    },
    async ({ ctx, params, query }) => {
      const { rows, next, group } = await listGroupEvents(ctx, params.slug, query);
      return {
        rows: rows.map((row) => ({ ...rowOf(row), turnout: row.turnout })),
        next,
        can: { create: groupPolicy.hostEvents(group) },
      };
    },
  );

  app.get(
    '/events/:slug',
    { config: ANYONE, schema: { params: EventSlug, response: { 200: EventView } } },
    ({ ctx, params }) => seen(ctx, params.slug),
  );

  app.get(
    '/events/:slug/card.png',
    { config: ANYONE, ...HEAD, schema: { params: EventSlug, querystring: CardQuery } },
    async (request, reply) => {
      const event = await findEvent(request.ctx, request.params.slug);
      return sendCard(request, reply, cardOf(event, cardLanguage(request)));
    },
  );

  writingRoutes(app);
  standingRoutes(app);
  calendarRoutes(app);
  rsvpRoutes(app);
  checkInRoutes(app);
  eventExportRoutes(app);
}

/** Making an event, changing it, and naming who runs it. */
function writingRoutes(app: Door) {
  app.post(
    '/groups/:slug/events',
    { config: ACCOUNT, schema: { params: InGroup, body: EventInput, response: { 201: EventView } } },
    async ({ ctx, params, body }, reply) =>
      reply.code(201).send(await seen(ctx, await createEvent(ctx, params.slug, body))),
  );

  app.put(
    '/events/:slug',
    { config: ACCOUNT, schema: { params: EventSlug, body: EventInput, response: { 200: EventView } } },
    async ({ ctx, params, body }) => {
      await editEvent(ctx, params.slug, body);
      return seen(ctx, params.slug);
    },
  );

  app.delete(
    '/events/:slug',
    { config: ACCOUNT, schema: { params: EventSlug } },
    async ({ ctx, params }, reply) => {
      await removeEvent(ctx, params.slug);
      return reply.code(204).send();
    },
  );

  for (const [method, deed] of [
    ['PUT', nameHost],
    ['DELETE', removeHost],
  ] as const) {
    app.route({
      method,
      url: '/events/:slug/hosts/:accountId',
      config: ACCOUNT,
      schema: { params: OneHost, response: { 200: EventView } },
      handler: async ({ ctx, params }) => {
        await deed(ctx, params.slug, params.accountId);
        return seen(ctx, params.slug);
      },
    });
  }
}

/** From draft to published, and off. */
function standingRoutes(app: Door) {
  const schema = { params: EventSlug, response: { 200: EventView } };
  app.put('/events/:slug/publication', { config: ACCOUNT, schema }, async ({ ctx, params }) => {
    await publishEvent(ctx, params.slug);
    return seen(ctx, params.slug);
  });

  app.put(
    '/events/:slug/cancellation',
    { config: ACCOUNT, schema: { ...schema, body: CancellationInput } },
    async ({ ctx, params, body }) => {
      await cancelEvent(ctx, params.slug, body);
      return seen(ctx, params.slug);
    },
  );
}

/** Files for calendars. They are passed on, so they never hold what is only for those who RSVPed. */
function calendarRoutes(app: Door) {
  app.get(
    '/events/:slug.ics',
    { config: ANYONE, ...HEAD, schema: { params: EventSlug } },
    async ({ ctx, params }, reply) => {
      const event = await findEvent(ctx, params.slug);
      const calendar = eventCalendar(ctx, event, { language: ctx.language, isComing: false });
      return reply.type(CALENDAR).send(calendar);
    },
  );

  app.get(
    '/groups/:slug/events.ics',
    { config: ANYONE, ...HEAD, schema: { params: InGroup } },
    async ({ ctx, params }, reply) => {
      const { group, rows } = await listFeed(ctx, params.slug);
      return reply.type(CALENDAR).send(groupCalendar(ctx, group.name, rows, ctx.language));
    },
  );
}

async function seen(ctx: Context, slug: string) {
  const event = await findEvent(ctx, slug);
  const [hosts, aboutHtml, tellCount] = await Promise.all([
    listHosts(ctx, event.id),
    findAboutHtml(ctx, event),
    eventPolicy.edit(event) ? countTold(ctx, event.id) : 0,
  ]);
  return viewOf(ctx, event, { hosts, aboutHtml, tellCount });
}
