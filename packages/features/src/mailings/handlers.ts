import type { Handlers } from '../work.ts';
import { isBatchDue, promiseDueBatches, settleMailings, type MailingRegistry } from './batches.ts';

/** Whom mailings go to and what they tell is known to the features above. */
export function mailingHandlers(known: MailingRegistry) {
  return {
    whenDue: {
      'mailings.promise': {
        isDue: isBatchDue,
        run: (ctx, closing) => promiseDueBatches(ctx, known, closing),
      },
    },
    every: { 'mailings.settle': { minutes: 5, run: settleMailings } },
  } satisfies Handlers;
}
