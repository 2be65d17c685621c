import type { Handlers } from '../work.ts';
import { isBatchDue, promiseDueBatches, settleMailings, type Known } from './batches.ts';

/** Whom mailings go to and what they tell is known to the features above. */
export function mailingHandlers(known: Known) {
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
