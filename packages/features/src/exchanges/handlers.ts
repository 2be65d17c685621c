import type { Handlers } from '../work.ts';
import { forgetExchanges } from './actions.ts';

export const exchangeHandlers = {
  every: { 'exchanges.forget': { minutes: 24 * 60, run: (ctx) => forgetExchanges(ctx) } },
} satisfies Handlers;
