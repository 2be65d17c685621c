import { and, asc, desc, eq, isNotNull, isNull, not, sql } from 'drizzle-orm';
import type { Queryable } from '@groundwork/database';
import { isStored, readParts } from '@groundwork/files/parts';
import { Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { isFrozen } from '../../groups/queries.ts';
import { standsIn } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { allowed } from '../../policy.ts';
import { findCampaign } from '../queries.ts';
import { campaignSponsors } from '../tables.ts';
import { countProofPolicy } from './policy.ts';
import { campaignProofs } from './tables.ts';

/** A campaign, with a group that stands with it for which the viewer publishes, if there is one. */
export async function findProvable(ctx: Context, slug: string) {
  const campaign = await findCampaign(ctx, slug);
  return { ...campaign, sponsorId: await findOwnSponsor(ctx, campaign.id) };
}

async function findOwnSponsor({ db, viewer }: Context, campaignId: string): Promise<string | null> {
  if (!viewer.signedIn) return null;
  const [own] = await db
    .select({ id: groups.id })
    .from(campaignSponsors)
    .innerJoin(groups, eq(groups.id, campaignSponsors.groupId))
    .where(
      and(
        eq(campaignSponsors.campaignId, campaignId),
        isNotNull(campaignSponsors.acceptedAt),
        not(isFrozen),
        standsIn(viewer.id, groups.id, 'publish'),
      ),
    )
    .orderBy(asc(campaignSponsors.acceptedAt))
    .limit(1);
  return own?.id ?? null;
}

const newestFirst = keyset('desc', campaignProofs.id);
const isCounted = isNotNull(campaignProofs.countedAt);

/** The proofs of a campaign's count, newest first, for whoever sees the campaign. */
export async function listCountProofs(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const campaign = await findProvable(ctx, slug);
  const can = allowed(countProofPolicy, campaign);
  const [rows, state] = await Promise.all([
    ctx.db
      .select({ id: campaignProofs.id, ...told, bytes: keptBytes, cursor: newestFirst.cursor })
      .from(campaignProofs)
      .where(and(eq(campaignProofs.campaignId, campaign.id), isCounted, newestFirst.after(after)))
      .orderBy(...newestFirst.order)
      .limit(limit + 1),
    can.take ? findState(ctx, campaign.id) : null,
  ]);
  return { ...pageOf(rows, limit), can, state };
}

/** The last proof of a campaign's count, or null. */
export async function findLastProof({ db }: { db: Queryable }, campaignId: string) {
  const [last] = await db
    .select(told)
    .from(campaignProofs)
    .where(and(eq(campaignProofs.campaignId, campaignId), isCounted))
    .orderBy(desc(campaignProofs.id))
    .limit(1);
  return last ?? null;
}

/** The list of a proof, for whoever sees the campaign. */
export async function openProofFile(ctx: Context, slug: string, id: string) {
  const campaign = await findCampaign(ctx, slug);
  const [proof] = await ctx.db
    .select({ key: campaignProofs.fileKey, partCount: campaignProofs.partCount, ...told })
    .from(campaignProofs)
    .where(
      and(
        eq(campaignProofs.id, id),
        eq(campaignProofs.campaignId, campaign.id),
        isCounted,
        isNull(campaignProofs.removedAt),
      ),
    );
  if (!proof || !(await isStored(ctx.files, proof))) throw new NotFound('file');
  return {
    fileName: `${campaign.slug}-count-${proof.countedAt.toISOString().slice(0, 10)}.txt`,
    csv: Readable.from(readParts(ctx.files, proof), { objectMode: false }),
  };
}

async function findState({ db }: Context, campaignId: string) {
  const [last] = await db
    .select({ isCounted: sql<boolean>`${isCounted}`, failedAt: campaignProofs.failedAt })
    .from(campaignProofs)
    .where(eq(campaignProofs.campaignId, campaignId))
    .orderBy(desc(campaignProofs.id))
    .limit(1);
  if (!last || last.isCounted) return null;
  return last.failedAt ? 'failed' : 'waiting';
}

const told = {
  // Never null where it was counted: a check of the table says so.
  count: sql<number>`${campaignProofs.count}`,
  countedAt: sql<Date>`${campaignProofs.countedAt}`.mapWith(campaignProofs.countedAt),
  fingerprint: sql<string>`${campaignProofs.fingerprint}`,
};
const keptBytes = sql<
  number | null
>`case when ${campaignProofs.removedAt} is null then ${campaignProofs.bytes} end`.mapWith(Number);
