import type { Handlers } from '../work.ts';
import { forgetOrphans } from './actions.ts';
import { tellDuePromises } from './asks/actions.ts';

export const targetHandlers = {
  on: { 'groups.deleted': forgetOrphans },
  every: {
    'targets.tell-due': { minutes: 60, run: tellDuePromises },
    'targets.forget-orphans': { minutes: 24 * 60, run: forgetOrphans },
  },
} satisfies Handlers;
