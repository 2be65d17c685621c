import { prepared, type Queryable } from '@groundwork/database';
import { and, eq, isNotNull, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Context, Viewer } from '../context.ts';
import { NotFound } from '../errors.ts';
import { findGroup, isFrozen, joinerOf, listedFor, visibleTo, type ReadContext } from '../groups/queries.ts';
import { isListed } from '../groups/listed.ts';
import type { Responsibility } from '../groups/responsibilities.ts';
import { carries, openlyReached, standing, standingOf } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { links } from '../links/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import { freshHtml, type Prose } from '../site/prose.ts';
import { draftId } from '../slugs.ts';
import { sites } from '../site/tables.ts';
import type { CampaignQuery } from './contract.ts';
import { signOnCount } from './sign-ons.ts';
import { campaignCoordinators, campaigns, campaignSponsors, signatureTallies, tallyMarks } from './tables.ts';

/**
 * One campaign as its viewer stands to it, enough to act on. A draft exists for the publishers of its group and its
 * coordinators only, one that is hidden for the publishers only, and a private group's campaign for its members only
 * (else NotFound).
 */
export async function findCampaign({ db, viewer }: ReadContext, slug: string) {
  const id = draftId(slug);
  const [campaign] = await seenCampaign(db, { ...(id === null ? { slug } : { id }), viewerId: viewer.id });
  if (!campaign) throw new NotFound('campaign');
  return campaign;
}

type Sought = ({ slug: string } | { id: string }) & { viewerId: string };
const seenCampaign = prepared((db, asked: Sought) => {
  const viewer = { id: asked.viewerId };
  const isIt = 'id' in asked ? eq(campaigns.id, asked.id) : eq(campaigns.slug, asked.slug);
  return (
    db
      // Who signs is written to in the site's name.
      .select({
        ...essentials,
        given: givenTo(viewer),
        siteName: sql<string>`(select ${sites.name} from ${sites})`,
      })
      .from(campaigns)
      .innerJoin(groups, eq(groups.id, campaigns.groupId))
      .leftJoin(...standingOf(viewer.id))
      .where(and(isIt, visibleTo({ viewer }), isPublishedOrMine(viewer)))
  );
});
export type SeenCampaign = Awaited<ReturnType<typeof findCampaign>>;

/** One campaign with what its page says of it; what others made of it (signers, sponsors, updates) is theirs to list. */
export async function findWholeCampaign({ db, viewer }: Context, slug: string) {
  const [campaign] = await db
    .select({
      ...essentials,
      given: givenTo(viewer),
      ...shown,
      ...details,
      ...rendered,
      code: links.code,
      ...joinerOf(sql`${viewer.id}`),
    })
    .from(campaigns)
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .leftJoin(...standingOf(viewer.id))
    .leftJoin(links, eq(links.id, campaigns.linkId))
    .where(and(isCampaignAt(slug), visibleTo({ viewer }), isPublishedOrMine(viewer)));
  if (!campaign) throw new NotFound('campaign');
  const { stored, ...whole } = campaign;
  return {
    ...whole,
    storyHtml: await freshHtml(whole.story, stored, (prose) => storeStory(db, whole, prose)),
  };
}
export type WholeCampaign = Awaited<ReturnType<typeof findWholeCampaign>>;

/** The campaign that stewards of the site put first, while everyone may come across it; else null. */
export async function findFrontCampaign({ db, viewer }: Context) {
  const [campaign] = await db
    .select({ ...essentials, ...shown })
    .from(sites)
    .innerJoin(campaigns, eq(campaigns.id, sites.frontCampaignId))
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .leftJoin(...standingOf(viewer.id))
    .where(mayLead);
  return campaign ?? null;
}

/** The condition that a campaign may lead the start page: published, not hidden, of a group that stands in every list. */
export const mayLead: SQL<boolean> = sql<boolean>`(${campaigns.state} = 'published' and ${campaigns.hiddenAt} is null
  and ${isListed()})`;

const listedAt = sql`coalesce(${campaigns.publishedAt}, ${campaigns.createdAt})`;
const newestFirst = keyset('desc', { of: listedAt, type: 'timestamptz' }, campaigns.id);

/**
 * Campaigns, newest first. Those of unlisted groups are found only under their group's own slug, hidden ones only by
 * their publishers, and only where these look for drafts too.
 */
export async function listCampaigns(ctx: Context, query: CampaignQuery) {
  const { db, viewer } = ctx;
  const { group, sponsor, coalition, issue, search, state, after, limit = 20 } = query;
  const groupId = draftId(group ?? '') ?? undefined;
  const rows = await listing(db, {
    viewerId: viewer.id,
    groupId,
    groupSlug: groupId === undefined ? group : undefined,
    // Who may not know of a group does not learn what it stands with.
    sponsorId: sponsor === undefined ? undefined : (await findGroup(ctx, sponsor)).id,
    coalitionId: coalition === undefined ? undefined : (await findGroup(ctx, coalition)).id,
    issue: issue?.toLowerCase(),
    search: search || undefined,
    anyState: state === 'any',
    state: state === 'any' ? undefined : state,
    place: newestFirst.read(after),
    most: limit + 1,
  });
  return pageOf(rows, limit);
}

type Listing = Record<
  'groupId' | 'groupSlug' | 'sponsorId' | 'coalitionId' | 'issue' | 'search' | 'state',
  string | undefined
> & {
  viewerId: string;
  anyState: boolean;
  place: string[] | undefined;
  most: number;
};

const listing = prepared((db, asked: Listing) => {
  const { groupId, groupSlug, sponsorId, coalitionId, issue, search, anyState, state, place } = asked;
  const viewer = { id: asked.viewerId };
  return db
    .select({
      ...{ ...essentials, ...shown, cursor: newestFirst.cursor },
      via: sponsorId === undefined ? sql<string | null>`null` : codeOfSponsor(sql`${sponsorId}::uuid`),
    })
    .from(campaigns)
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .leftJoin(...standingOf(viewer.id))
    .where(
      and(
        groupId || groupSlug !== undefined
          ? visibleTo({ viewer })
          : or(
              listedFor({ viewer }),
              coalitionId === undefined ? undefined : eq(campaigns.groupId, coalitionId),
            ),
        groupSlug === undefined ? undefined : eq(groups.slug, groupSlug),
        groupId === undefined ? undefined : eq(groups.id, groupId),
        sponsorId === undefined ? undefined : isSponsoredBy(sql`${sponsorId}::uuid`),
        coalitionId === undefined ? undefined : isCarriedIn(sql`${coalitionId}::uuid`),
        isPublishedOrMine(viewer),
        anyState ? undefined : isShown,
        state === undefined ? undefined : sql`${campaigns.state} = ${state}`,
        anyState || state ? undefined : isNotNull(campaigns.publishedAt),
        issue === undefined ? undefined : sql`${campaigns.issues} @> array[${issue}]::text[]`,
        search === undefined ? undefined : sql`strpos(lower(${campaigns.title}), lower(${search}::text)) > 0`,
        place && newestFirst.beyond(place),
      ),
    )
    .orderBy(...newestFirst.order)
    .limit(asked.most);
});
export type ListedCampaign = Awaited<ReturnType<typeof listCampaigns>>['rows'][number];

// Its days begin and end when they do where the group is, as a channel's last day. Most have none, and are not asked.
const isInPeriod = sql<boolean>`case when ${campaigns.startsOn} is null and ${campaigns.endsOn} is null then true
  else today_in(${groups.timeZone}) between coalesce(${campaigns.startsOn}, '-infinity')
    and coalesce(${campaigns.endsOn}, 'infinity') end`;

const essentials = {
  id: campaigns.id,
  groupId: campaigns.groupId,
  slug: campaigns.slug,
  title: campaigns.title,
  ask: campaigns.ask,
  action: campaigns.action,
  asksPostcode: campaigns.asksPostcode,
  sharing: campaigns.sharing,
  sponsorsPost: campaigns.sponsorsPost,
  state: campaigns.state,
  startsOn: campaigns.startsOn,
  endsOn: campaigns.endsOn,
  isInPeriod,
  groupName: groups.name,
  groupSlug: groups.slug,
  accent: groups.accent,
  language: groups.language,
  visibility: groups.visibility,
  isFrozen,
  isVouched: sql<boolean>`${groups.vouchedAt} is not null`,
  isHidden: sql<boolean>`${campaigns.hiddenAt} is not null`,
  myRole: standing.role,
  carried: standing.carried,
};

/** How many came by sponsors' links, as everybody hears of them. */
export const broughtCount = sql<number>`coalesce((select sum(${campaignSponsors.toldCount}) from ${campaignSponsors}
  where ${campaignSponsors.campaignId} = ${campaigns.id}), 0)::int`;

/**
 * Of the home group's people exact in every snapshot: what was added up, and the marks since (docs/decisions/0004-counting-signatures.md).
 * Of each sponsor's as everybody hears of them, so that no two counts tell of a few (0057). Of a letter for organizations: the groups.
 */
export const signatureCount = sql<number>`(case when ${campaigns.action} = 'sign_on' then ${signOnCount} else
  coalesce((select ${signatureTallies.standingCount} from ${signatureTallies}
    where ${signatureTallies.campaignId} = ${campaigns.id}), 0)
  + coalesce((select sum(${tallyMarks.step}) from ${tallyMarks}
    where ${tallyMarks.campaignId} = ${campaigns.id} and ${tallyMarks.sponsorId} is null), 0)
  + ${broughtCount} end)::int`;

const shown = {
  issues: campaigns.issues,
  goal: campaigns.goal,
  pictureKey: campaigns.pictureKey,
  createdAt: campaigns.createdAt,
  publishedAt: campaigns.publishedAt,
  signatureCount,
};

const details = {
  endedAt: campaigns.endedAt,
  story: campaigns.story,
  target: campaigns.target,
  targetId: campaigns.targetId,
  place: campaigns.place,
  decidesOn: campaigns.decidesOn,
  pledgeText: campaigns.pledgeText,
  groupSummary: groups.summary,
  joining: groups.joining,
  hiddenReason: campaigns.hiddenReason,
};

const rendered = { stored: { html: campaigns.storyHtml, of: campaigns.storyHtmlOf } };

function storeStory(db: Queryable, { id, story }: { id: string; story: string }, { html, of }: Prose) {
  return db
    .update(campaigns)
    .set({ storyHtml: html, storyHtmlOf: of })
    .where(and(eq(campaigns.id, id), eq(campaigns.story, story)));
}

/** The address a draft had leads to it for good. */
export function isCampaignAt(slug: string): SQL {
  const id = draftId(slug);
  return id === null ? eq(campaigns.slug, slug) : eq(campaigns.id, id);
}

/** The condition that nobody decided that it is to be hidden. */
export const isShown: SQL = isNull(campaigns.hiddenAt);

/** The condition that this viewer, whose standing is joined, sees the campaign. */
export function isPublishedOrMine(viewer: Pick<Viewer, 'id'>): SQL | undefined {
  return or(carries('publish'), and(isShown, or(ne(campaigns.state, 'draft'), isCoordinatedBy(viewer))));
}

/** What the viewer carries for this campaign alone; empty, and never null, for all but its coordinators. */
function givenTo(viewer: Pick<Viewer, 'id'>) {
  return sql<Responsibility[]>`coalesce((select own.responsibilities from ${campaignCoordinators} own
    where own.campaign_id = ${campaigns.id} and own.account_id = ${viewer.id}), '{}')`;
}

function isCoordinatedBy(viewer: Pick<Viewer, 'id'>) {
  return sql`exists (select from ${campaignCoordinators} own
    where own.campaign_id = ${campaigns.id} and own.account_id = ${viewer.id})`;
}

/** A coalition's own, or one with which it stands; or one of a group of its, with which another of them stands, as everybody may know. */
function isCarriedIn(coalitionId: SQL) {
  return sql`(${campaigns.groupId} = ${coalitionId} or ${isSponsoredBy(coalitionId)}
    or (${campaigns.groupId} in ${openlyReached(coalitionId)} and exists (select from ${campaignSponsors} beside
      join ${groups} sponsor on sponsor.id = beside.group_id and ${isListed(sql`sponsor`)}
      where beside.campaign_id = ${campaigns.id} and beside.accepted_at is not null
        and beside.group_id <> ${campaigns.groupId} and sponsor.id in ${openlyReached(coalitionId)})))`;
}

/** The ids of the campaigns in which a group can have people: those it runs, and those it stands with or stood. */
export function campaignsOf(groupId: string | SQL): SQL {
  return sql`(select own.id from ${campaigns} own where own.group_id = ${groupId}
    union all select beside.campaign_id from ${campaignSponsors} beside
    where beside.group_id = ${groupId} and beside.accepted_as is not null)`;
}

/** The code of the link that a group has to a campaign it stands with. */
export function codeOfSponsor(groupId: SQL): SQL<string | null> {
  return sql<
    string | null
  >`(select link.code from ${campaignSponsors} own join ${links} link on link.id = own.link_id
    where own.campaign_id = ${campaigns.id} and own.group_id = ${groupId} and own.accepted_at is not null
      and link.shut_at is null)`;
}

function isSponsoredBy(groupId: SQL) {
  return sql`${campaigns.id} in (select asked.campaign_id from ${campaignSponsors} asked
    where asked.group_id = ${groupId} and asked.accepted_at is not null)`;
}
