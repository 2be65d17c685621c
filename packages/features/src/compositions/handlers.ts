import type { Handlers } from '../work.ts';
import { keepResults } from './results/actions.ts';

export const compositionHandlers = {
  every: { 'compositions.keep-results': { minutes: 15, run: (ctx) => keepResults(ctx) } },
} satisfies Handlers;
