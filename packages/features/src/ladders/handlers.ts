import type { Handlers } from '../work.ts';
import { climb, isLadderDue } from './climbing/climbing.ts';

export const ladderHandlers = {
  whenDue: {
    'ladders.climb': { isDue: isLadderDue, run: (ctx, closing) => climb(ctx, closing) },
  },
} satisfies Handlers;
