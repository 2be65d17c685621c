import type { Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context, House } from '../../context.ts';
import { listCarriers } from '../../groups/carriers.ts';
import { groups } from '../../groups/tables.ts';
import type { Entry } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { sponsorState } from './queries.ts';

type Teller = Pick<House, 'settings'>;
/** `entryId`: the entry of the journal that is told. `group`: the name of the other side. `mayPost`: whoever stands with it may. */
type Said = { entryId: string; title: string; group: string; word?: string; mayPost?: boolean };

/** Tells those who publish for a group that it is asked to stand with a campaign, or that this was ended. */
export async function tellSponsor(
  tx: Transaction,
  house: Teller,
  news: 'asked' | 'dropped',
  { groupId, ...said }: Said & { groupId: string },
): Promise<void> {
  const hearers = await listCarriers(tx, groupId, 'publish');
  await tell(tx, house, `campaigns.sponsor-${news}`, ...hearers.map((hearer) => ({ ...hearer, ...said })));
}

/** Tells those who publish for a campaign's group what another group answered, that it left, or posted on the page. */
export async function tellHome(
  tx: Transaction,
  house: Teller,
  news: 'accepted' | 'declined' | 'left' | 'posted' | 'signed',
  { homeId, ...said }: Said & { homeId: string; slug: string },
): Promise<void> {
  const hearers = await listCarriers(tx, homeId, 'publish');
  await tell(tx, house, `campaigns.sponsor-${news}`, ...hearers.map((hearer) => ({ ...hearer, ...said })));
}

/** Tells those who publish for a group that what it wrote on a campaign's page was taken off there. */
export async function tellUnposted(
  tx: Transaction,
  house: Teller,
  { groupId, ...said }: Omit<Said, 'entryId'> & { updateId: string; groupId: string; slug: string },
): Promise<void> {
  const hearers = await listCarriers(tx, groupId, 'publish');
  await tell(tx, house, 'campaigns.sponsor-unposted', ...hearers.map((hearer) => ({ ...hearer, ...said })));
}

/** A campaign is out: groups that were asked while it was a draft hear of it now. */
export async function tellAsked(ctx: Context, { id: entryId, subjectId }: Entry): Promise<void> {
  if (subjectId === null) return;
  await ctx.change(async (tx) => {
    const asked = await tx
      .select({
        groupId: campaignSponsors.groupId,
        word: campaignSponsors.word,
        title: campaigns.title,
        group: groups.name,
        mayPost: campaigns.sponsorsPost,
      })
      .from(campaignSponsors)
      .innerJoin(campaigns, eq(campaigns.id, campaignSponsors.campaignId))
      .innerJoin(groups, eq(groups.id, campaigns.groupId))
      .where(and(eq(campaignSponsors.campaignId, subjectId), eq(sponsorState, 'asked')));
    for (const one of asked) await tellSponsor(tx, ctx, 'asked', { ...one, entryId });
  });
}
