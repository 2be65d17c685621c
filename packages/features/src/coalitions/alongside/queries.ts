import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { findCampaign, signatureCount } from '../../campaigns/queries.ts';
import { isCarrier } from '../../campaigns/shares/queries.ts';
import { campaigns, campaignSponsors, signatureTallies, tallyMarks } from '../../campaigns/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { attendances } from '../../events/checkin/tables.ts';
import { events } from '../../events/tables.ts';
import { exactOrByTens, toTens, utcMoment } from '../../figures.ts';
import { findGroup, listedFor } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { links, linkVisits } from '../../links/tables.ts';
import { permit } from '../../policy.ts';
import { alongsidePolicy } from './policy.ts';
import { campaignTurnouts } from './tables.ts';

/** A campaign with what came through each group that carries it, for one of them: the home group, or one that stands with it. */
export async function findAlongside(ctx: Context, groupSlug: string, slug: string) {
  const group = await findGroup(ctx, groupSlug);
  permit(alongsidePolicy, 'seeAlongside', group);
  const { id, groupId } = await findCampaign(ctx, slug);
  const stands = and(
    eq(campaignSponsors.campaignId, id),
    eq(campaignSponsors.groupId, group.id),
    isNotNull(campaignSponsors.acceptedAt),
  );
  if (groupId !== group.id && (await ctx.db.$count(campaignSponsors, stands)) === 0)
    throw new NotFound('campaign');
  const [[campaign], rows] = await Promise.all([
    ctx.db
      .select({
        ...{
          id: campaigns.id,
          slug: campaigns.slug,
          title: campaigns.title,
          state: campaigns.state,
          action: campaigns.action,
        },
        ...{ sharing: campaigns.sharing, language: groups.language, signatureCount },
      })
      .from(campaigns)
      .innerJoin(groups, eq(groups.id, campaigns.groupId))
      .where(eq(campaigns.id, id)),
    listAlongside(ctx, { id, ownId: group.id }),
  ]);
  if (!campaign) throw new NotFound('campaign');
  return { campaign, rows };
}

type Asked = { id: string; ownId: string };

/** The home group first, then the others since they stand with it; those that the viewer may not know of are not among them. */
function listAlongside({ db, viewer }: Context, { id, ownId }: Asked) {
  const isHome = sql<boolean>`${groups.id} = ${campaigns.groupId}`;
  const isOwn = sql<boolean>`${groups.id} = ${ownId}`;
  return db
    .select({
      slug: groups.slug,
      name: groups.name,
      isHome,
      isOwn,
      code: links.code,
      since: sql<
        string | null
      >`${utcMoment(sql`case when ${isHome} then ${campaigns.publishedAt} else ${campaignSponsors.acceptedAt} end`)}`,
      visits: exactOrByTens(isOwn, { exact: visits, told: toTens(visits) }),
      signed: exactOrByTens(isOwn, {
        exact: sql`case when ${isHome} then ${signedAtHome} else ${signedThere} end`,
        told: sql`case when ${isHome} then ${toTens(signedAtHome)} else ${campaignSponsors.toldCount} end`,
      }),
      came: exactOrByTens(isOwn, { exact: came, told: toldCame }),
    })
    .from(campaigns)
    .innerJoin(groups, isCarrier)
    .leftJoin(
      campaignSponsors,
      and(eq(campaignSponsors.campaignId, campaigns.id), eq(campaignSponsors.groupId, groups.id)),
    )
    .leftJoin(
      links,
      sql`${links.id} = case when ${isHome} then ${campaigns.linkId} else ${campaignSponsors.linkId} end`,
    )
    .where(and(eq(campaigns.id, id), sql`(${isOwn} or ${listedFor({ viewer })})`))
    .orderBy(sql`${isHome} desc`, campaignSponsors.acceptedAt, groups.id);
}

const visits = sql`coalesce((select sum(visit.count) from ${links} own join ${linkVisits} visit on visit.link_id = own.id
  where own.group_id = ${groups.id} and (own.path = '/campaigns/' || ${campaigns.slug}
    or own.path like '/campaigns/' || ${campaigns.slug} || '/frames/%')), 0)`;

const signedAtHome = sql`coalesce((select tally.standing_count from ${signatureTallies} tally
    where tally.campaign_id = ${campaigns.id}), 0)
  + coalesce((select sum(mark.step) from ${tallyMarks} mark
    where mark.campaign_id = ${campaigns.id} and mark.sponsor_id is null), 0)`;

const signedThere = sql`${campaignSponsors.standingCount} + coalesce((select sum(mark.step) from ${tallyMarks} mark
  where mark.campaign_id = ${campaigns.id} and mark.sponsor_id = ${groups.id}), 0)`;

const came = sql`(select count(distinct came.person_id) from ${events} held
  join ${attendances} came on came.event_id = held.id and came.state = 'attended'
  where held.campaign_id = ${campaigns.id} and came.group_id = ${groups.id})`;

const toldCame = sql`(select turnout.told_count from ${campaignTurnouts} turnout
  where turnout.campaign_id = ${campaigns.id} and turnout.group_id = ${groups.id})`;
