import type { Handlers } from '../work.ts';
import { forgetPassedOver } from './budget.ts';
import { keepResults } from './results/actions.ts';

export const compositionHandlers = {
  every: {
    'compositions.keep-results': { minutes: 15, run: (ctx) => keepResults(ctx) },
    'compositions.forget-passed-over': { minutes: 60, run: forgetPassedOver },
  },
} satisfies Handlers;
