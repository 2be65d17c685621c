import type { Handlers } from '../work.ts';
import { forgetExpiredLinks } from './expiries/actions.ts';

export const accountHandlers = {
  every: { 'accounts.forget': { minutes: 60, run: (ctx) => forgetExpiredLinks(ctx) } },
} satisfies Handlers;
