import type { Handlers } from '../work.ts';
import { followGroup } from './actions.ts';

export const linkHandlers = {
  on: {
    'groups.vouched': (ctx, { groupId }) => followGroup(ctx, groupId),
    'groups.turned-private': (ctx, { groupId }) => followGroup(ctx, groupId),
    'groups.turned-public': (ctx, { groupId }) => followGroup(ctx, groupId),
  },
} satisfies Handlers;
