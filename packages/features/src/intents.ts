import type { CarryOut } from './accounts/above.ts';
import type { Intent } from './accounts/contract.ts';
import type { Context } from './context.ts';
import { comeTo } from './events/rsvps/actions.ts';
import { acceptInvitationById } from './groups/invitations/actions.ts';
import { askToJoin } from './groups/join-requests/actions.ts';
import { joinGroup } from './groups/members/actions.ts';

/** What may be pressed before signing in, a line per deed: the same actions as for whoever is signed in. */
const deeds: Record<Intent['deed'], (ctx: Context, { subject, via }: Intent) => Promise<unknown>> = {
  'groups.join': (ctx, { subject, via }) => joinGroup(ctx, subject, via),
  'groups.ask': (ctx, { subject, via }) => askToJoin(ctx, subject, { answers: [], ...(via && { via }) }),
  'groups.accept': (ctx, { subject }) => acceptInvitationById(ctx, subject),
  'events.rsvp': (ctx, { subject }) => comeTo(ctx, subject),
};

/** Does a deed that was pressed before, for whoever is signed in now. */
export const carryOut: CarryOut = async (ctx, intent) => {
  await deeds[intent.deed](ctx, intent);
};
