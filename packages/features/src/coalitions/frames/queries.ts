import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { isTeller, sidesOf, tellerStands } from '../../campaigns/frames/queries.ts';
import { campaignFrames, frameFigures } from '../../campaigns/frames/tables.ts';
import { campaignPolicy } from '../../campaigns/policy.ts';
import { findCampaign, type SeenCampaign } from '../../campaigns/queries.ts';
import { signatures } from '../../campaigns/signatures/tables.ts';
import { sponsorPolicy } from '../../campaigns/sponsors/policy.ts';
import { campaigns, campaignSponsors } from '../../campaigns/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { attendances } from '../../events/checkin/tables.ts';
import { events } from '../../events/tables.ts';
import { exactOrByTens, toTens } from '../../figures.ts';
import { findGroup, isFrozen, visibleTo } from '../../groups/queries.ts';
import { carries, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { links, linkVisits } from '../../links/tables.ts';
import { permit } from '../../policy.ts';
import { alongsidePolicy } from '../alongside/policy.ts';

/** All ways in which a campaign is told, for those who run it: what waits for them and what was out, and their own drafts. */
export async function listHomeFrames(ctx: Context, slug: string) {
  const campaign = await findCampaign(ctx, slug);
  permit(campaignPolicy, 'count', campaign);
  const { runsHome } = sidesOf(campaign);
  const isOwn = sql`${campaignFrames.sponsorId} is null`;
  const wasOut = sql`${campaignFrames.publishedAt} is not null`;
  const rows = await listFrames(ctx, campaign, {
    ownId: campaign.groupId,
    which: or(wasOut, eq(campaignFrames.state, 'asked'), runsHome ? isOwn : undefined),
  });
  return { ...rows, can: { write: campaignPolicy.tellFrames(campaign) && campaign.action !== 'sign_on' } };
}

/** The same for a group that stands with it: what is out, and all that it wrote itself. */
export async function listSponsorFrames(ctx: Context, groupSlug: string, slug: string) {
  const group = await findGroup(ctx, groupSlug);
  permit(alongsidePolicy, 'seeAlongside', group);
  const campaign = await findCampaign(ctx, slug);
  const stands = sql`${campaignSponsors.campaignId} = ${campaign.id} and ${campaignSponsors.groupId} = ${group.id}
    and ${campaignSponsors.acceptedAt} is not null`;
  if ((await ctx.db.$count(campaignSponsors, stands)) === 0) throw new NotFound('campaign');
  const isOwn = eq(campaignFrames.sponsorId, group.id);
  const rows = await listFrames(ctx, campaign, {
    ownId: group.id,
    which: or(isOwn, and(eq(campaignFrames.state, 'published'), tellerStands)),
  });
  return { ...rows, can: { write: sponsorPolicy.post(group) && campaign.action !== 'sign_on' } };
}

/** `ownId`: the group whose people are counted exactly. */
type Asked = { ownId: string; which: SQL | undefined };

async function listFrames(ctx: Context, campaign: SeenCampaign, asked: Asked) {
  const [own, frames, signed] = await Promise.all([
    findOwnPage(ctx, campaign, asked.ownId),
    findFrames(ctx, campaign, asked),
    countSigned(ctx, campaign, asked.ownId),
  ]);
  return { campaign, ownId: asked.ownId, own, frames, signed };
}
export type ListedFrames = Awaited<ReturnType<typeof listFrames>>;

/** The campaign's own page: whose it is, and how often links lead there. */
async function findOwnPage({ db }: Context, { id }: SeenCampaign, ownId: string) {
  const isOwn = sql<boolean>`${groups.id} = ${ownId}`;
  const visits = visitsOf(sql`(own.path = '/campaigns/' || ${campaigns.slug}
    and not exists (select from ${campaignFrames} frame where frame.link_id = own.id))`);
  const [page] = await db
    .select({
      ...{ title: campaigns.title, publishedAt: campaigns.publishedAt, code: links.code, ...tellerColumns },
      isOwn,
      visits: exactOrByTens(isOwn, { exact: visits(groups.id), told: toTens(visits(groups.id)) }),
      ownVisits: sql<number>`${visits(sql`${ownId}::uuid`)}::int`,
    })
    .from(campaigns)
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .leftJoin(links, eq(links.id, campaigns.linkId))
    .where(eq(campaigns.id, id));
  if (!page) throw new NotFound('campaign');
  return page;
}

const tellerColumns = { tellerSlug: groups.slug, tellerName: groups.name, tellerLanguage: groups.language };

function findFrames({ db, viewer }: Context, { id }: SeenCampaign, { ownId, which }: Asked) {
  const isOwn = sql<boolean>`${groups.id} = ${ownId}`;
  const visits = visitsOf(sql`(own.id = ${campaignFrames.linkId}
    or own.path = '/campaigns/' || ${campaigns.slug} || '/frames/' || ${campaignFrames.slug})`);
  const elsewhere = sql`(select sum(figure.told_count) from ${frameFigures} figure
    where figure.frame_id = ${campaignFrames.id} and figure.group_id <> ${ownId})`;
  return db
    .select({
      id: campaignFrames.id,
      slug: campaignFrames.slug,
      title: campaignFrames.title,
      label: campaignFrames.label,
      state: campaignFrames.state,
      withdrawnBy: campaignFrames.withdrawnBy,
      version: campaignFrames.version,
      answer: campaignFrames.answer,
      isRefused: sql<boolean>`${campaignFrames.refusedAt} is not null`,
      publishedAt: campaignFrames.publishedAt,
      wasOut: sql<boolean>`${campaignFrames.publishedAt} is not null`,
      isHomes: sql<boolean>`${campaignFrames.sponsorId} is null`,
      stands: tellerStands,
      code: links.code,
      ...tellerColumns,
      isOwn,
      isWriter: sql<boolean>`coalesce(${carries('publish')}, false)`,
      isTellerFrozen: isFrozen,
      visits: exactOrByTens(isOwn, { exact: visits(groups.id), told: toTens(visits(groups.id)) }),
      ownVisits: sql<number>`${visits(sql`${ownId}::uuid`)}::int`,
      signedElsewhere: sql<number | null>`case when ${elsewhere} >= 10 then ${elsewhere}::int end`,
    })
    .from(campaignFrames)
    .innerJoin(campaigns, eq(campaigns.id, campaignFrames.campaignId))
    .innerJoin(groups, isTeller)
    .leftJoin(...standingOf(viewer.id))
    .leftJoin(links, eq(links.id, campaignFrames.linkId))
    .where(and(eq(campaignFrames.campaignId, id), which, sql`(${isOwn} or ${visibleTo({ viewer })})`))
    .orderBy(campaignFrames.id)
    .limit(100);
}

/** How often the links of a group were opened that lead to one page. */
function visitsOf(leads: SQL) {
  return (groupId: typeof groups.id | SQL) => sql`coalesce((select sum(visit.count) from ${links} own
    join ${linkVisits} visit on visit.link_id = own.id where own.group_id = ${groupId} and ${leads}), 0)`;
}

/** How many of a group's people signed by each way in which it is told, by its links, and how many of them came to what is held for it. */
async function countSigned({ db }: Context, { id }: SeenCampaign, ownId: string) {
  const cameOnes = db
    .selectDistinct({ personId: attendances.personId })
    .from(attendances)
    .innerJoin(events, eq(events.id, attendances.eventId))
    .where(and(eq(events.campaignId, id), eq(attendances.groupId, ownId), eq(attendances.state, 'attended')));
  const rows = await db
    .select({
      frameId: signatures.frameId,
      signed: sql<number>`count(*)::int`,
      byLinks: sql<number>`(count(*) filter (where ${ledHere}))::int`,
      came: sql<number>`(count(*) filter (where ${inArray(signatures.personId, cameOnes)}))::int`,
    })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .leftJoin(campaignFrames, eq(campaignFrames.id, signatures.frameId))
    .leftJoin(links, eq(links.id, signatures.linkId))
    .where(and(eq(signatures.campaignId, id), eq(signatures.groupId, ownId), eq(signatures.stands, true)))
    .groupBy(signatures.frameId);
  return new Map(rows.map(({ frameId, ...counts }) => [frameId, counts]));
}

/** The condition that the link by which somebody came is one of those whose visits are counted for the page on which they signed. */
const ledHere = sql`case when ${campaignFrames.id} is null then ${links.path} = '/campaigns/' || ${campaigns.slug}
    and not exists (select from ${campaignFrames} frame where frame.link_id = ${links.id})
  else ${links.id} = ${campaignFrames.linkId}
    or ${links.path} = '/campaigns/' || ${campaigns.slug} || '/frames/' || ${campaignFrames.slug} end`;
