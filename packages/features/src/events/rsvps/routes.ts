import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { deed, defineRoutes } from '../../http.ts';
import { subscriptionSeal } from '../../people/queries.ts';
import { CALENDAR, eventCalendar } from '../calendar.ts';
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
import { rsvpUrl } from '../seal.ts';
import { ownView } from './views.ts';
import { subscribeByRsvp } from './opt-ins.ts';

/** A whole assembly answers behind one wifi. */
const ASSEMBLY = { name: 'events.rsvps', count: 120, minutes: 1, crowdAt: 'slug' } as const;

const listRoutes = defineRoutes({
  'POST /events/:slug/rsvps': deed(
    {
      ...{ who: 'anyone', limit: ASSEMBLY },
      ...{ body: NewRsvp, answers: RsvpAccepted, status: 201 },
    },
    (ctx, { params, body }) => giveRsvp(ctx, params.slug, body),
  ),
  'GET /events/:slug/rsvps': deed(
    { who: 'account', query: RsvpQuery, answers: RsvpPage },
    (ctx, { params, query }) => listRsvps(ctx, params.slug, query),
  ),
  'GET /events/:slug/numbers': deed({ who: 'account', answers: RsvpNumbers }, async (ctx, { params }) => ({
    byLink: await countByLink(ctx, await findEvent(ctx, params.slug)),
  })),
});

/** What the holder of the link from a mail may do with that one RSVP, without an account. */
const OWN = { who: 'link', answers: RsvpView } as const;
const ownRoutes = defineRoutes({
  'GET /rsvps/:sealed': deed(OWN, (ctx, { params }) => seen(ctx, params.sealed)),
  'PUT /rsvps/:sealed': deed({ ...OWN, body: RsvpChange }, async (ctx, { params, body }) => {
    await changeRsvp(ctx, params.sealed, body);
    return seen(ctx, params.sealed);
  }),
  'DELETE /rsvps/:sealed': deed(OWN, after(cancelRsvp)),
  'PUT /rsvps/:sealed/confirmation': deed(OWN, after(confirmRsvp)),
  'PUT /rsvps/:sealed/subscription': deed(OWN, after(subscribeByRsvp)),
  'GET /rsvps/:sealed/calendar': deed(
    { who: 'link', sends: CALENDAR, head: true },
    async (ctx, { params }) => {
      const { id, event, state } = await findOwnRsvp(ctx, params.sealed);
      if (event.isHidden) throw new NotFound('event');
      const isComing = (state === 'going' || state === 'maybe') && !event.isShut;
      return eventCalendar(ctx, event, { language: ctx.language, isComing, url: rsvpUrl(ctx, id) });
    },
  ),
});

/** What the holder of a signature's link may do at the events of its campaign. */
const signerRoutes = defineRoutes({
  'GET /signatures/:sealed/rsvps': deed(
    { who: 'link', answers: SignerRsvpList },
    async (ctx, { params }) => ({
      rows: await listRsvpsOfSigner(ctx, params.sealed),
    }),
  ),
  'POST /signatures/:sealed/rsvps': deed(
    { who: 'link', body: SignerRsvp, answers: RsvpAccepted, status: 201 },
    (ctx, { params, body }) => giveRsvpBySignature(ctx, params.sealed, body.event),
  ),
});

export const rsvpRoutes = { ...listRoutes, ...ownRoutes, ...signerRoutes };

function after(change: (ctx: Context, sealed: string) => Promise<unknown>) {
  return async (ctx: Context, { params }: { params: { sealed: string } }) => {
    await change(ctx, params.sealed);
    return seen(ctx, params.sealed);
  };
}

async function seen(ctx: Context, sealed: string) {
  const rsvp = await findOwnRsvp(ctx, sealed);
  return ownView(rsvp, subscriptionSeal(ctx, rsvp.personId));
}
