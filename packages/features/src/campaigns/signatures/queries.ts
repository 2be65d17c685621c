import { prepared, type Queryable } from '@groundwork/database';
import { and, count, desc, eq, isNull, not, or, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { joinerOf } from '../../groups/queries.ts';
import { standing, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { links } from '../../links/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { mayBeMailed } from '../../people/queries.ts';
import { people } from '../../people/tables.ts';
import { permit } from '../../policy.ts';
import { isMailedTo, openSealedId } from '../../site/tokens.ts';
import { isHeld } from '../bursts/held.ts';
import { signatureHolds } from '../bursts/tables.ts';
import { campaignPolicy } from '../policy.ts';
import { broughtCount } from '../queries.ts';
import { campaigns } from '../tables.ts';
import { countPaperSigners } from './paper.ts';
import { SEAL } from './seal.ts';
import { signatures } from './tables.ts';

/** The last few who signed and let their name stand on the page. */
export async function listRecentSigners({ db }: { db: Queryable }, campaignId: string) {
  return db
    .select({
      id: signatures.id,
      name: signatures.name,
      shownName: signatures.shownName,
      comment: signatures.comment,
      confirmedAt: signatures.confirmedAt,
    })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        eq(signatures.stands, true),
        eq(signatures.showName, true),
        isNull(signatures.hiddenAt),
      ),
    )
    .orderBy(desc(signatures.confirmedAt))
    .limit(6);
}

/** Whether the viewer's own signature under a campaign stands: of whoever is not signed in, nobody looks. */
export async function hasSigned({ db, viewer }: Context, campaignId: string): Promise<boolean> {
  if (!viewer.signedIn) return false;
  const isCounted = and(eq(signatures.campaignId, campaignId), eq(signatures.stands, true));
  const own = await db
    .select({ id: signatures.id })
    .from(people)
    .innerJoin(signatures, and(eq(signatures.personId, people.id), isCounted))
    .where(eq(people.accountId, viewer.id))
    .limit(1);
  return own.length > 0;
}

/** One's own signature, by the sealed link of a mail; the holder sees it whatever became of the campaign. */
export async function findOwnSignature({ db, settings }: Context, sealed: string) {
  const id = openSealedId(settings.secret, SEAL, sealed);
  if (id === null) throw new NotFound('signature');
  const [signature] = await own(db, { id });
  if (!signature) throw new NotFound('signature');
  const { email } = signature;
  // An organizer may have given them another address since: this link was not mailed there.
  return { ...signature, isTheirs: email !== null && isMailedTo(settings.secret, sealed, email) };
}

/** Asked three times by whoever confirms. */
const own = prepared((db, { id }: { id: string }) =>
  db
    .select({
      id: signatures.id,
      personId: signatures.personId,
      groupId: signatures.groupId,
      homeId: campaigns.groupId,
      campaignId: signatures.campaignId,
      email: people.email,
      name: signatures.name,
      comment: signatures.comment,
      showName: signatures.showName,
      shownName: signatures.shownName,
      hiddenReason: signatures.hiddenReason,
      wantsUpdates: signatures.wantsUpdates,
      isCampaignHidden: sql<boolean>`${campaigns.hiddenAt} is not null`,
      linkId: signatures.linkId,
      state: ownState,
      isHeld: sql<boolean>`${signatureHolds.signatureId} is not null and ${signatureHolds.releasedAt} is null`,
      isReleased: sql<boolean>`${signatureHolds.releasedAt} is not null`,
      campaignSlug: campaigns.slug,
      title: campaigns.title,
      sharing: campaigns.sharing,
      action: campaigns.action,
      pledgeText: campaigns.pledgeText,
      campaignState: campaigns.state,
      code: links.code,
      groupSlug: groups.slug,
      groupName: groups.name,
      language: groups.language,
      visibility: groups.visibility,
      joining: groups.joining,
      /** Of its home group: a sponsor that is frozen keeps nobody's name from counting. */
      isFrozen: sql<boolean>`(select home.frozen_at is not null or home.hidden_at is not null from ${groups} home
        where home.id = ${campaigns.groupId})`,
      myRole: standing.role,
      ...joinerOf(people.accountId),
    })
    .from(signatures)
    .innerJoin(people, eq(people.id, signatures.personId))
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .innerJoin(groups, eq(groups.id, signatures.groupId))
    .leftJoin(links, eq(links.id, campaigns.linkId))
    // Of whoever signed, not of whoever looks.
    .leftJoin(...standingOf(people.accountId))
    .leftJoin(signatureHolds, eq(signatureHolds.signatureId, signatures.id))
    .where(eq(signatures.id, id)),
);

const newestFirst = keyset('desc', signatures.id);

/** The condition that whoever signed is the home group's person, not a sponsor's. */
export const isOfHome: SQL = isNull(signatures.sponsorId);

/**
 * Who signed, newest first, for those who may see people. Of a sponsor's people no more than what stands on the campaign's page, or
 * was taken off it.
 */
export async function listSignatures(ctx: Context, campaign: Counted, { after, limit = 20 }: PageQuery) {
  permit(campaignPolicy, 'seeSignatures', campaign);
  const asked = { campaignId: campaign.id, place: newestFirst.read(after), most: limit + 1 };
  const rows = await listing(ctx.db, asked);
  return pageOf(rows, limit);
}

/** A campaign in numbers, for those who publish it. */
export async function countSignatures({ db }: Context, campaign: Counted) {
  permit(campaignPolicy, 'count', campaign);
  const ofCampaign = and(eq(signatures.campaignId, campaign.id), isOfHome);
  const counted = and(ofCampaign, eq(signatures.stands, true));
  const on = sql<string>`to_char(${signatures.confirmedAt} at time zone 'utc', 'YYYY-MM-DD')`;
  const [states, reachable, onPaper, [others], byDay, byLink] = await Promise.all([
    db
      .select({ state: signatureState, count: count() })
      .from(signatures)
      .where(and(ofCampaign, not(isHeld)))
      .groupBy(signatureState),
    countReceivers({ db }, campaign.id),
    countPaperSigners({ db }, campaign),
    db.select({ brought: broughtCount }).from(campaigns).where(eq(campaigns.id, campaign.id)),
    db
      .select({ on, count: count() })
      .from(signatures)
      .where(counted)
      .groupBy(on)
      .orderBy(desc(on))
      .limit(366),
    db
      .select({ linkId: signatures.linkId, count: count() })
      .from(signatures)
      .where(counted)
      .groupBy(signatures.linkId),
  ]);
  const of = (state: string) => states.find((row) => row.state === state)?.count ?? 0;
  const totals = { confirmed: of('confirmed'), unconfirmed: of('unconfirmed'), withdrawn: of('withdrawn') };
  return { ...totals, brought: others?.brought ?? 0, reachable, onPaper, byDay, byLink };
}

/** How many of those who signed can be mailed: their signature stands and they agreed to mail. */
export async function countReceivers({ db }: { db: Queryable }, campaignId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(signatures)
    .innerJoin(people, eq(people.id, signatures.personId))
    .where(isReceiver(campaignId));
  return row?.count ?? 0;
}

/** The condition, over `signatures` joined with `people`, that this person signed a campaign and may be mailed. */
function isReceiver(campaignId: string): SQL | undefined {
  return and(eq(signatures.campaignId, campaignId), eq(signatures.stands, true), isOfHome, mayBeMailed());
}

type Counted = { id: string; groupId: string } & Parameters<(typeof campaignPolicy)['count']>[0];

const signatureState = sql<'unconfirmed' | 'confirmed' | 'withdrawn'>`case
  when ${signatures.withdrawnAt} is not null then 'withdrawn'
  when ${signatures.confirmedAt} is not null then 'confirmed'
  else 'unconfirmed' end`;

/** As its owner sees it: proven and not counted, it waits or was refused. */
const ownState = sql<'unconfirmed' | 'confirmed' | 'withdrawn' | 'held' | 'refused'>`case
  when ${signatures.withdrawnAt} is null and ${signatures.confirmedAt} is null and ${signatureHolds.provenAt} is not null
    then case when ${signatureHolds.refusedAt} is null then 'held' else 'refused' end
  else ${signatureState} end`;

type Listing = { campaignId: string; place: string[] | undefined; most: number };

const listing = prepared((db, { campaignId, place, most }: Listing) =>
  db
    .select({
      id: signatures.id,
      personId: sql<string | null>`case when ${isOfHome} then ${signatures.personId} end`,
      name: signatures.name,
      comment: signatures.comment,
      showName: signatures.showName,
      shownName: signatures.shownName,
      isHidden: sql<boolean>`${signatures.hiddenAt} is not null`,
      state: signatureState,
      createdAt: signatures.createdAt,
      cursor: newestFirst.cursor,
    })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        or(isOfHome, and(eq(signatures.stands, true), eq(signatures.showName, true))),
        not(isHeld),
        place && newestFirst.beyond(place),
      ),
    )
    .orderBy(...newestFirst.order)
    .limit(most),
);
