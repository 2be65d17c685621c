import { Type } from 'typebox';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { HEAD, type Door } from '../../http.ts';
import { subscriptionSeal } from '../../people/queries.ts';
import { eventCalendar } from '../calendar.ts';
import { EventSlug } from '../contract.ts';
import { countByLink } from '../links.ts';
import { findEvent } from '../queries.ts';
import { cancelRsvp, changeRsvp, confirmRsvp, giveRsvp, giveRsvpBySignature } from './actions.ts';
import {
  NewRsvp,
  RsvpAccepted,
  RsvpChange,
  RsvpNumbers,
  RsvpPage,
  RsvpQuery,
  RsvpView,
  SignerRsvp,
  SignerRsvpList,
} from './contract.ts';
import { findOwnRsvp, listRsvps, listRsvpsOfSigner } from './queries.ts';
import { rsvpUrl } from './seal.ts';
import { ownView, rowOf } from './views.ts';
import { subscribeByRsvp } from './wishes.ts';

const BySeal = Type.Object({ sealed: Type.String() });
const ACCOUNT = { who: 'account' } as const;
const LINK = { who: 'link' } as const;
/** A whole assembly answers behind one wifi. */
const ASSEMBLY = { name: 'events.rsvps', count: 120, minutes: 1, crowdAt: 'slug' } as const;

export function rsvpRoutes(app: Door): void {
  app.post(
    '/events/:slug/rsvps',
    {
      config: { who: 'anyone', limit: ASSEMBLY },
      schema: { params: EventSlug, body: NewRsvp, response: { 201: RsvpAccepted } },
    },
    async ({ ctx, params, body }, reply) => reply.code(201).send(await giveRsvp(ctx, params.slug, body)),
  );

  app.get(
    '/events/:slug/rsvps',
    { config: ACCOUNT, schema: { params: EventSlug, querystring: RsvpQuery, response: { 200: RsvpPage } } },
    async ({ ctx, params, query }) => {
      const { rows, ...page } = await listRsvps(ctx, params.slug, query);
      return { ...page, rows: rows.map(rowOf) };
    },
  );

  app.get(
    '/events/:slug/numbers',
    { config: ACCOUNT, schema: { params: EventSlug, response: { 200: RsvpNumbers } } },
    async ({ ctx, params }) => ({ byLink: await countByLink(ctx, await findEvent(ctx, params.slug)) }),
  );

  ownRsvpRoutes(app);
  signerRoutes(app);
}

/** What the holder of the link from a mail may do with that one RSVP, without an account. */
function ownRsvpRoutes(app: Door) {
  const schema = { params: BySeal, response: { 200: RsvpView } };

  app.get('/rsvps/:sealed', { config: LINK, schema }, ({ ctx, params }) => seen(ctx, params.sealed));

  app.put(
    '/rsvps/:sealed',
    { config: LINK, schema: { ...schema, body: RsvpChange } },
    async ({ ctx, params, body }) => {
      await changeRsvp(ctx, params.sealed, body);
      return seen(ctx, params.sealed);
    },
  );

  app.delete('/rsvps/:sealed', { config: LINK, schema }, async ({ ctx, params }) => {
    await cancelRsvp(ctx, params.sealed);
    return seen(ctx, params.sealed);
  });

  app.put('/rsvps/:sealed/confirmation', { config: LINK, schema }, async ({ ctx, params }) => {
    await confirmRsvp(ctx, params.sealed);
    return seen(ctx, params.sealed);
  });

  app.put('/rsvps/:sealed/subscription', { config: LINK, schema }, async ({ ctx, params }) => {
    await subscribeByRsvp(ctx, params.sealed);
    return seen(ctx, params.sealed);
  });

  app.get(
    '/rsvps/:sealed/calendar',
    { config: LINK, ...HEAD, schema: { params: BySeal } },
    async ({ ctx, params }, reply) => {
      const { id, event, state } = await findOwnRsvp(ctx, params.sealed);
      if (event.isHidden) throw new NotFound('event');
      const isComing = (state === 'going' || state === 'maybe') && !event.isShut;
      const { language } = ctx;
      const calendar = eventCalendar(ctx, event, { language, isComing, url: rsvpUrl(ctx, id) });
      return reply.type('text/calendar; charset=utf-8').send(calendar);
    },
  );
}

/** What the holder of a signature's link may do at the events of its campaign. */
function signerRoutes(app: Door) {
  app.get(
    '/signatures/:sealed/rsvps',
    { config: LINK, schema: { params: BySeal, response: { 200: SignerRsvpList } } },
    async ({ ctx, params }) => ({ rows: await listRsvpsOfSigner(ctx, params.sealed) }),
  );

  app.post(
    '/signatures/:sealed/rsvps',
    { config: LINK, schema: { params: BySeal, body: SignerRsvp, response: { 201: RsvpAccepted } } },
    async ({ ctx, params, body }, reply) =>
      reply.code(201).send(await giveRsvpBySignature(ctx, params.sealed, body.event)),
  );
}

async function seen(ctx: Context, sealed: string) {
  const rsvp = await findOwnRsvp(ctx, sealed);
  return ownView(rsvp, subscriptionSeal(ctx, rsvp.personId));
}
