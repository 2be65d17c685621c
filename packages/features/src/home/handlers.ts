import type { Handlers } from '../work.ts';
import { mailGathered } from './digests.ts';
import { retellWaits } from './retelling.ts';
import type { PushNet } from './pushes/posting.ts';
import { isRingDue, ringDue } from './pushes/ringing.ts';
import { endTelling, forgetNotices } from './told/actions.ts';

/** `net` is another one than the open one in tests alone. */
export const homeHandlers = (net: PushNet) =>
  ({
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
    whenDue: {
      'home.ring': { isDue: isRingDue, run: (ctx, closing) => ringDue(ctx, closing, net) },
    },
  }) satisfies Handlers;
