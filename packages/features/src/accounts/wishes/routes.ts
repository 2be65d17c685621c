import { deed, defineRoutes } from '../../http.ts';
import { NewWish, type Deed } from './contract.ts';
import { wishCookie } from './cookie.ts';

/** An office shares one address. */
const PRESSES = { name: 'accounts.wishes', count: 60, minutes: 1 };

export const wishRoutes = defineRoutes({
  'POST /wishes': deed({ who: 'anyone', limit: PRESSES, body: NewWish }, (ctx, { body }, reply) => {
    const next = `/${PLACES[body.deed]}/${body.slug}`;
    void reply.header('set-cookie', wishCookie(ctx, { deed: body.deed, subject: body.slug, next }));
  }),
});

/** Where each is pressed. */
const PLACES: Record<Exclude<Deed, 'groups.accept'>, string> = {
  'groups.join': 'groups',
  'groups.ask': 'groups',
  'events.rsvp': 'events',
};
