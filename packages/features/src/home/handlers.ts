import type { Handlers } from '../work.ts';
import { mailGathered } from './digests.ts';
import { retellWaits } from './retelling.ts';
import { endTelling, forgetNotices } from './told/actions.ts';

export const homeHandlers = {
  on: {
    'groups.left': (ctx, { groupId, subjectId }) => endTelling(ctx, groupId, subjectId),
    'groups.removed': (ctx, { groupId, subjectId }) => endTelling(ctx, groupId, subjectId),
    'groups.banned': (ctx, { groupId, subjectId }) => endTelling(ctx, groupId, subjectId),
  },
  every: {
    'home.mail-gathered': { minutes: 1, run: mailGathered },
    'home.retell-waits': { minutes: 6 * 60, run: retellWaits },
    'home.forget-notices': { minutes: 24 * 60, run: forgetNotices },
  },
} satisfies Handlers;
