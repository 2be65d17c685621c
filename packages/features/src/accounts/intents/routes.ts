import { deed, defineRoutes } from '../../http.ts';
import { NewIntent, type Deed } from '../contract.ts';
import { intentCookie } from './cookie.ts';

/** An office shares one address. */
const PRESSES = { name: 'accounts.intents', count: 60, minutes: 1 };

export const intentRoutes = defineRoutes({
  'POST /intents': deed({ who: 'anyone', limit: PRESSES, body: NewIntent }, (ctx, { body }, reply) => {
    const next = `/${PLACES[body.deed]}/${body.slug}`;
    void reply.header(
      'set-cookie',
      intentCookie(ctx, { deed: body.deed, subject: body.slug, via: body.via, next }),
    );
  }),
});

/** Where each is pressed. */
const PLACES: Record<Exclude<Deed, 'groups.accept'>, string> = {
  'groups.join': 'groups',
  'groups.ask': 'groups',
  'events.rsvp': 'events',
};
