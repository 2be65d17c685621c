import type { Handlers } from '../work.ts';
import { forgetDecided } from './actions.ts';

export const reportHandlers: Handlers = {
  every: { 'reports.forget': { minutes: 60, run: (ctx) => forgetDecided(ctx) } },
};
