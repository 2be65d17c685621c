import type { Handlers } from '../work.ts';
import { deleteDueGroups, tellMembers } from './deletions/actions.ts';
import { lookAtDomains } from './domains/looks.ts';
import { forgetEndedInvitations } from './invitations/actions.ts';
import { forgetDecidedRequests } from './join-requests/actions.ts';

export const groupHandlers = {
  on: {
    'groups.deletion-asked': (ctx, entry) => tellMembers(ctx, entry, 'groups.deletion-asked'),
    'groups.deletion-withdrawn': (ctx, entry) => tellMembers(ctx, entry, 'groups.deletion-withdrawn'),
  },
  every: {
    'groups.delete-due': { minutes: 60, run: (ctx) => deleteDueGroups(ctx) },
    'groups.look-at-domains': { minutes: 15, run: (ctx) => lookAtDomains(ctx) },
    'groups.forget-requests': { minutes: 24 * 60, run: (ctx) => forgetDecidedRequests(ctx) },
    'groups.forget-invitations': { minutes: 24 * 60, run: (ctx) => forgetEndedInvitations(ctx) },
  },
} satisfies Handlers;
