import type { Context } from '../context.ts';
import type { Entry } from '../journal.ts';
import { askReadersAgain } from '../messaging/readers/actions.ts';
import type { Handlers } from '../work.ts';
import { tellTurnouts } from './alongside/actions.ts';
import { forgetTakenDown } from './allies/actions.ts';
import { forgetDecidedClaims } from './allies/claims/actions.ts';
import { askForReports } from './councils/actions.ts';
import { endTerms, tellFollowed, tellLost } from './delegates/actions.ts';
import { countTotals } from './totals/actions.ts';

export const coalitionHandlers = {
  on: {
    'groups.left': tellLost,
    'groups.removed': tellLost,
    'groups.banned': tellLost,
    'groups.deleted': askThoseAbove,
    'coalitions.steward-followed': tellFollowed,
  },
  every: {
    'coalitions.end-terms': { minutes: 60, run: endTerms },
    'coalitions.ask-for-reports': { minutes: 30, run: askForReports },
    'coalitions.forget-allies': { minutes: 24 * 60, run: forgetTakenDown },
    'coalitions.forget-claims': { minutes: 24 * 60, run: forgetDecidedClaims },
    'coalitions.count': { minutes: 120, run: countTotals },
    'coalitions.count-turnouts': { minutes: 60, run: tellTurnouts },
  },
} satisfies Handlers;

/** A group is gone: whoever listened in a coalition by it is asked whether they still may. */
async function askThoseAbove(ctx: Context, { data }: Entry<'groups.deleted'>): Promise<void> {
  await ctx.change(async (tx) => {
    for (const coalitionId of data.coalitionIds) await askReadersAgain(tx, coalitionId);
  });
}
