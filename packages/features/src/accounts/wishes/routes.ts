import type { Door } from '../../http.ts';
import { NewWish, type Deed } from './contract.ts';
import { wishCookie } from './cookie.ts';

/** An office shares one address. */
const PRESSES = { name: 'accounts.wishes', count: 60, minutes: 1 };

export function wishRoutes(app: Door): void {
  app.post(
    '/wishes',
    { config: { who: 'anyone', limit: PRESSES }, schema: { body: NewWish } },
    async ({ ctx, body: { deed, slug } }, reply) =>
      reply
        .code(204)
        .header('set-cookie', wishCookie(ctx, { deed, subject: slug, next: `/${PLACES[deed]}/${slug}` }))
        .send(),
  );
}

/** Where each is pressed. */
const PLACES: Record<Exclude<Deed, 'groups.accept'>, string> = {
  'groups.join': 'groups',
  'groups.ask': 'groups',
  'events.rsvp': 'events',
};
