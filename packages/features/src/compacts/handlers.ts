import type { Handlers } from '../work.ts';
import { countOverlap } from './overlaps/counting.ts';
import { countActed, settleUses } from './uses/settling.ts';

export const compactHandlers = {
  on: { 'compacts.overlap-agreed': countOverlap },
  every: {
    'compacts.settle': { minutes: 5, run: settleUses },
    'compacts.count-acted': { minutes: 60, run: countActed },
  },
} satisfies Handlers;
