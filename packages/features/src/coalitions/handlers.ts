import { recheckReaders } from '../messaging/actions.ts';
import type { Handlers } from '../work.ts';
import { askForReports } from './councils/actions.ts';
import { endTerms, tellLost } from './delegates/actions.ts';
import { countGroup, countTotals } from './totals/actions.ts';

export const coalitionHandlers = {
  on: {
    'groups.left': tellLost,
    'groups.removed': tellLost,
    'groups.banned': tellLost,
    'groups.deleted': (ctx, { data }) => ctx.change((tx) => recheckReaders(tx, data.coalitionIds)),
    'coalitions.founded': (ctx, { subjectId }) => countGroup(ctx, subjectId ?? ''),
    'coalitions.accepted': (ctx, { subjectId }) => countGroup(ctx, subjectId ?? ''),
  },
  every: {
    'coalitions.end-terms': { minutes: 60, run: endTerms },
    'coalitions.ask-for-reports': { minutes: 30, run: askForReports },
    'coalitions.count': { minutes: 120, run: countTotals },
  },
} satisfies Handlers;
