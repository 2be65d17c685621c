import type { Handlers } from '../work.ts';
import { forgetFree } from './actions.ts';

export const limitHandlers = {
  every: { 'limits.forget': { minutes: 10, run: (ctx) => forgetFree(ctx) } },
} satisfies Handlers;
