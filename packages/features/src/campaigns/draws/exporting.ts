import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { groupPolicy } from '../../groups/policy.ts';
import { findGroup } from '../../groups/queries.ts';
import { copyOut, inert, utc, withMark } from '../../people/exports/copying.ts';
import { people } from '../../people/tables.ts';
import { permit } from '../../policy.ts';
import { noteTaking } from '../names/actions.ts';
import { isCampaignAt } from '../queries.ts';
import { signatureShares } from '../shares/tables.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { campaignDraws } from './tables.ts';

const HEADER = 'name,email,got_at_utc,draw,lot_key\n';

/**
 * Those who came to a group by lot and are with it still, for who takes people out of it: with the key of each lot, so that the draw
 * can be checked. On record. A group that has left takes out what it got before.
 */
export async function exportDrawn(
  ctx: Context,
  { groupSlug, slug }: { groupSlug: string; slug: string },
): Promise<{ fileName: string; csv: Buffer }> {
  const group = await findGroup(ctx, groupSlug);
  permit(groupPolicy, 'exportPeople', group);
  const campaign = await findDealt(ctx, slug, group.id);
  await ctx.change((tx) => noteTaking(tx, ctx, { id: campaign.id, groupId: group.id }, 'drawn'));
  const lines = await copyOut(ctx.db, linesOf({ campaignId: campaign.id, groupId: group.id }));
  return { fileName: `${campaign.slug}-drawn-${group.slug}.csv`, csv: withMark(HEADER, lines) };
}

async function findDealt({ db }: Context, slug: string, groupId: string) {
  const stood = and(eq(campaignSponsors.groupId, groupId), isNotNull(campaignSponsors.acceptedAs));
  const [campaign] = await db
    .select({ id: campaigns.id, slug: campaigns.slug })
    .from(campaigns)
    .leftJoin(campaignSponsors, and(eq(campaignSponsors.campaignId, campaigns.id), stood))
    .where(
      and(
        ...[isCampaignAt(slug), eq(campaigns.sharing, 'proportional')],
        or(eq(campaigns.groupId, groupId), isNotNull(campaignSponsors.groupId)),
      ),
    );
  if (!campaign) throw new NotFound('campaign');
  return campaign;
}

function linesOf({ campaignId, groupId }: { campaignId: string; groupId: string }) {
  const share = signatureShares;
  return sql`select ${inert(people.name)}, ${inert(people.email)}, ${utc(share.givenAt)}, ${share.drawId}, ${share.lotKey}
    from ${campaignDraws} join ${share} on ${share.drawId} = ${campaignDraws.id}
    join ${people} on ${people.id} = ${share.personId}
    where ${campaignDraws.campaignId} = ${campaignId} and ${campaignDraws.groupId} = ${groupId}
    order by ${campaignDraws.id}, ${people.id}`;
}
