import type { Handlers } from '../work.ts';
import { countArrival } from './actions.ts';

export const moveHandlers = {
  on: {
    'groups.joined': (ctx, { groupId, subjectId, data }) =>
      countArrival(ctx, { groupId, accountId: subjectId, via: data.via }),
    // Whoever has to be let in first has come by the link all the same.
    'groups.join-asked': (ctx, { groupId, actorId, data }) =>
      countArrival(ctx, { groupId, accountId: actorId, via: data.via }),
  },
} satisfies Handlers;
