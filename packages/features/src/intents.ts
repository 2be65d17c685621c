import type { CarryOut } from './accounts/above.ts';
import type { Intent } from './accounts/contract.ts';
import type { Context } from './context.ts';
import { comeTo } from './events/rsvps/actions.ts';
import { acceptInvitationById } from './groups/invitations/actions.ts';
import { askToJoin } from './groups/join-requests/actions.ts';
import { joinGroup } from './groups/members/actions.ts';

/** What may be pressed before signing in, a line per deed: the same actions as for whoever is signed in. */
const deeds: Record<Intent['deed'], (ctx: Context, subject: string) => Promise<unknown>> = {
  'groups.join': joinGroup,
  'groups.ask': (ctx, slug) => askToJoin(ctx, slug, []),
  'groups.accept': acceptInvitationById,
  'events.rsvp': comeTo,
};

/** Does a deed that was pressed before, for whoever is signed in now. */
export const carryOut: CarryOut = async (ctx, { deed, subject }) => {
  await deeds[deed](ctx, subject);
};
