import type { Handlers } from '../work.ts';
import { forgetExpired } from './actions.ts';

export const accountHandlers = {
  every: { 'accounts.forget': { minutes: 60, run: (ctx) => forgetExpired(ctx) } },
} satisfies Handlers;
