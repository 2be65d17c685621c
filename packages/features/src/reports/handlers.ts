import type { Handlers } from '../work.ts';
import { forgetDecided } from './actions.ts';

export const reportHandlers = {
  every: { 'reports.forget': { minutes: 60, run: (ctx) => forgetDecided(ctx) } },
} satisfies Handlers;
