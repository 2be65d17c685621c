import type { Handlers } from '../work.ts';
import { forgetFree } from './actions.ts';

export const limitHandlers: Handlers = {
  every: { 'limits.forget': { minutes: 10, run: (ctx) => forgetFree(ctx) } },
};
