import type { Handlers } from '../work.ts';
import { forgetEndedInvitations } from './invitations/actions.ts';
import { forgetDecidedRequests } from './join-requests/actions.ts';

export const groupHandlers: Handlers = {
  every: {
    'groups.forget-requests': { minutes: 24 * 60, run: (ctx) => forgetDecidedRequests(ctx) },
    'groups.forget-invitations': { minutes: 24 * 60, run: (ctx) => forgetEndedInvitations(ctx) },
  },
};
