import type { Context } from '../context.ts';
import type { Handlers } from '../work.ts';
import { resumeMailingsOf, stopMailingsOf } from './actions.ts';
import { isBatchDue, promiseDueBatches, settleMailings } from './batches.ts';
import { sweepMarks } from './marks/marking.ts';
import type { MailingRegistry } from './reading.ts';
import { lookAtSenders } from './senders.ts';

/** So many at once in a worker: many that begin at the same time keep no other job waiting. */
const SIDE_BY_SIDE = 2;

type OfGroup = { groupId: string | null };

/** Whom mailings go to and what they tell is known to the features above. */
export function mailingHandlers(known: MailingRegistry) {
  const kinds = known.kinds.filter(({ isOwed }) => isOwed).map(({ kind }) => kind);
  const resume = async (ctx: Context, { groupId }: OfGroup) =>
    groupId && resumeMailingsOf(ctx, { groupId, kinds });
  const stop = async (ctx: Context, { groupId }: OfGroup) => {
    if (!groupId) return;
    await stopMailingsOf(ctx, groupId);
    // Heard late, the measure may be over; the mails that waited were withdrawn all the same.
    await resume(ctx, { groupId });
  };
  let promisingCount = 0;
  const promise = async (ctx: Context, closing: AbortSignal) => {
    if (promisingCount >= SIDE_BY_SIDE) return;
    promisingCount += 1;
    await promiseDueBatches(ctx, known, closing).finally(() => (promisingCount -= 1));
  };
  return {
    on: {
      'groups.hidden': stop,
      'groups.frozen': stop,
      'groups.shown': resume,
      'groups.thawed': resume,
    },
    whenDue: {
      'mailings.promise': { isDue: isBatchDue, run: promise },
    },
    every: {
      'mailings.settle': { minutes: 5, run: settleMailings },
      'mailings.sweep-marks': { minutes: 60, run: sweepMarks },
      'mailings.look-at-senders': { minutes: 5, run: lookAtSenders },
    },
  } satisfies Handlers;
}
