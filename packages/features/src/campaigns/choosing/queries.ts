import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { openChoice } from '../../people/choice-seals.ts';
import { findSubscription } from '../../people/queries.ts';
import { signatures } from '../signatures/tables.ts';
import { campaigns } from '../tables.ts';

/** So many can be chosen among. */
const MOST = 50;

/** `choice`: which of them are to be chosen among (choice-seals.ts). */
export type ChoicePlace = { sealed: string; choice: string };

/** What the holder of an unsubscribe link signed, or pledged, and what still runs, newest first; as far as the choice goes. */
export async function listSignedCampaigns(ctx: Context, { sealed, choice }: ChoicePlace) {
  const { id, onlyAbout } = await findSubscription(ctx, sealed);
  const opened = openChoice(ctx, id, choice);
  if (opened === null) throw new NotFound('choice');
  const found = await ctx.db
    .select({ id: campaigns.id, title: campaigns.title })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .where(
      and(
        eq(signatures.personId, id),
        eq(signatures.stands, true),
        isRunning,
        opened === 'all' ? undefined : eq(campaigns.id, opened),
      ),
    )
    .orderBy(desc(signatures.id))
    .limit(MOST);
  const chosen = new Set(onlyAbout?.map((one) => one.id));
  return found.map((one) => ({ ...one, isChosen: chosen.has(one.id) }));
}

const isRunning = and(inArray(campaigns.state, ['published', 'paused']), isNull(campaigns.hiddenAt));
