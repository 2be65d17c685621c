import { prepared } from '@groundwork/database';
import type { Language } from '@groundwork/words';
import { and, asc, desc, eq, isNotNull, isNull, ne, not, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Context } from '../../context.ts';
import { isAllyOf, isOpenAlly } from '../../groups/allies/queries.ts';
import { findGroup, isOut, listedFor, visibleTo, type ReadContext } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { links } from '../../links/tables.ts';
import { permit } from '../../policy.ts';
import { stateOfSponsor, wasTakenBack } from '../../sponsoring.ts';
import { campaignPolicy } from '../policy.ts';
import { type SeenCampaign, isCampaignAt, isShown } from '../queries.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { sponsorPolicy } from './policy.ts';

/**
 * The sponsor of a campaign by whose link somebody comes, whose person they are if they sign; null where it is nobody's, the
 * home group's, or of a group that strangers may not see or that writes nothing now: then they are the home group's.
 */
export async function findBringer({ db }: Pick<ReadContext, 'db'>, slug: string, code: string) {
  if (code === '') return null;
  const [bringer] = await bringing(db, { slug, code: code.toLowerCase() });
  return bringer ?? null;
}

const bringing = prepared((db, { slug, code }: { slug: string; code: string }) =>
  db
    .select({ id: groups.id, slug: groups.slug, name: groups.name, language: groups.language })
    .from(links)
    .innerJoin(campaignSponsors, eq(campaignSponsors.groupId, links.groupId))
    .innerJoin(campaigns, eq(campaigns.id, campaignSponsors.campaignId))
    .innerJoin(groups, eq(groups.id, campaignSponsors.groupId))
    .where(
      and(
        eq(links.code, code),
        isNull(links.shutAt),
        sql`(${links.path} = '/campaigns/' || ${campaigns.slug} or ${links.path} like '/campaigns/' || ${campaigns.slug} || '/%')`,
        isCampaignAt(slug),
        isNotNull(campaignSponsors.acceptedAt),
        isOut,
        isNull(groups.frozenAt),
      ),
    ),
);

/**
 * The groups that stand with a campaign, as far as this viewer may know of them; and after them the allies that are named on
 * it, which cannot say so themselves.
 */
export async function listSponsors({ db, viewer }: ReadContext, campaignId: string) {
  const isConfirmed = sql<boolean>`${campaignSponsors.acceptedAt} is not null`;
  return db
    .select({ slug: groups.slug, name: groups.name, isConfirmed })
    .from(campaignSponsors)
    .innerJoin(groups, eq(groups.id, campaignSponsors.groupId))
    .innerJoin(campaigns, eq(campaigns.id, campaignSponsors.campaignId))
    .where(
      and(
        eq(campaignSponsors.campaignId, campaignId),
        or(
          and(isConfirmed, listedFor({ viewer })),
          and(isNull(campaignSponsors.leftAt), isOpenAlly, isAllyOf(sql`${campaigns.groupId}`)),
        ),
      ),
    )
    .orderBy(asc(campaignSponsors.acceptedAt), asc(campaignSponsors.invitedAt))
    .limit(100);
}

/** How a group stands to a campaign that asked it. */
export const sponsorState = stateOfSponsor(campaignSponsors);

/**
 * The groups that were asked, with or without their answer, for the campaign's organizers: as far as they may know of
 * them, since a group may have turned private after it was asked.
 */
export async function listInvitedSponsors({ db, viewer }: Context, campaign: SeenCampaign) {
  permit(campaignPolicy, 'count', campaign);
  return db
    .select({
      slug: groups.slug,
      name: groups.name,
      state: sponsorState,
      formerName: sql<string | null>`nullif(${campaignSponsors.acceptedAs}, ${groups.name})`,
      answer: campaignSponsors.answer,
      invitedAt: campaignSponsors.invitedAt,
      acceptedAt: campaignSponsors.acceptedAt,
      isAlly: sql<boolean>`${groups.kind} = 'ally'`,
    })
    .from(campaignSponsors)
    .innerJoin(groups, eq(groups.id, campaignSponsors.groupId))
    .where(
      and(
        eq(campaignSponsors.campaignId, campaign.id),
        or(visibleTo({ viewer }), isOpenAlly),
        not(wasTakenBack(campaignSponsors)),
      ),
    )
    .orderBy(desc(campaignSponsors.invitedAt))
    .limit(100);
}

/**
 * What a group is asked to stand with and stands with, for its organizers: being asked lets them know of it, as it was
 * when they were asked. What became of it since, they read where they may see its group.
 */
export async function listSponsorships(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  permit(sponsorPolicy, 'see', group);
  const isSeen = visibleTo(ctx);
  const asked = (part: 'title' | 'ask' | 'groupName', now: PgColumn) =>
    sql<string>`case when ${isSeen} then ${now} else ${campaignSponsors.asked} ->> ${part} end`;
  return ctx.db
    .select({
      campaignSlug: campaigns.slug,
      title: asked('title', campaigns.title),
      ask: asked('ask', campaigns.ask),
      groupSlug: groups.slug,
      groupName: asked('groupName', groups.name),
      language: sql<Language | null>`case when ${isSeen} then ${groups.language} end`,
      word: campaignSponsors.word,
      invitedAt: campaignSponsors.invitedAt,
      acceptedAt: campaignSponsors.acceptedAt,
      mayPost: sql<boolean>`(${isSeen} and ${campaigns.sponsorsPost})`,
    })
    .from(campaignSponsors)
    .innerJoin(campaigns, eq(campaigns.id, campaignSponsors.campaignId))
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .where(
      and(
        eq(campaignSponsors.groupId, group.id),
        isNull(campaignSponsors.declinedAt),
        isNull(campaignSponsors.leftAt),
        ne(campaigns.state, 'draft'),
        isShown,
        or(isSeen, isNotNull(campaignSponsors.asked)),
      ),
    )
    .orderBy(desc(campaignSponsors.invitedAt))
    .limit(100);
}
