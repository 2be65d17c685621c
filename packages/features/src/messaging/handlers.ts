import type { Context } from '../context.ts';
import type { Entry } from '../journal.ts';
import type { Handlers } from '../work.ts';
import { createFirstChannels } from './actions.ts';
import { forgetExpiredMessages } from './messages/actions.ts';
import { endReading } from './readers/actions.ts';

export const messagingHandlers = {
  on: {
    'groups.created': (ctx, { groupId, subjectId }) => createFirstChannels(ctx, groupId ?? subjectId ?? ''),
    'groups.left': endTheirs,
    'groups.removed': endTheirs,
    'groups.banned': endTheirs,
  },
  every: { 'messaging.forget': { minutes: 60, run: forgetExpiredMessages } },
} satisfies Handlers;

async function endTheirs(ctx: Context, { groupId, subjectId, at }: Entry) {
  if (groupId && subjectId) await endReading(ctx, { groupId, accountId: subjectId, at });
}
