import type { Handlers } from '../work.ts';
import { spreadAnnouncement } from './announcements/actions.ts';
import { greet } from './welcomes/actions.ts';

export const greetingHandlers = {
  on: {
    'greetings.announced': (ctx, { subjectId }) => spreadAnnouncement(ctx, subjectId),
    'groups.joined': (ctx, { groupId, subjectId }) => greet(ctx, groupId, subjectId),
  },
} satisfies Handlers;
