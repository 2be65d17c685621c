import { deed, defineRoutes } from '../../http.ts';
import { HeldTogether } from './contract.ts';
import { findHeldTogether } from './queries.ts';
import { heldTogetherView } from './views.ts';

export const heldTogetherRoutes = defineRoutes({
  'GET /groups/:slug/event-sponsorships/:event': deed(
    { who: 'account', answers: HeldTogether },
    async (ctx, { params }) => heldTogetherView(ctx, await findHeldTogether(ctx, params.slug, params.event)),
  ),
});
