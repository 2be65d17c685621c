import type { Context } from '../context.ts';
import type { Handlers } from '../work.ts';
import { resumeMailingsOf, stopMailingsOf } from './actions.ts';
import { isBatchDue, promiseDueBatches, settleMailings } from './batches.ts';
import type { MailingRegistry } from './reading.ts';

type OfGroup = { groupId: string | null };

/** Whom mailings go to and what they tell is known to the features above. */
export function mailingHandlers(known: MailingRegistry) {
  const kinds = known.kinds.filter(({ isOwed }) => isOwed).map(({ kind }) => kind);
  const stop = async (ctx: Context, { groupId }: OfGroup) => groupId && stopMailingsOf(ctx, groupId);
  const resume = async (ctx: Context, { groupId }: OfGroup) =>
    groupId && resumeMailingsOf(ctx, { groupId, kinds });
  return {
    on: {
      'groups.hidden': stop,
      'groups.frozen': stop,
      'groups.shown': resume,
      'groups.thawed': resume,
    },
    whenDue: {
      'mailings.promise': {
        isDue: isBatchDue,
        run: (ctx, closing) => promiseDueBatches(ctx, known, closing),
      },
    },
    every: { 'mailings.settle': { minutes: 5, run: settleMailings } },
  } satisfies Handlers;
}
