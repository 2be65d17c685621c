import type { Queryable } from '@groundwork/database';
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { isOut } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { people } from '../../people/tables.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { signatureShares } from './tables.ts';

/** The groups that somebody ticked beside their own when they signed, and that hold them since; for whoever signed. */
export async function listShares({ db }: { db: Queryable }, signatureId: string) {
  return db
    .select({
      slug: groups.slug,
      name: groups.name,
      personId: people.id,
      /** By which that group knows them. */
      email: sql<string>`coalesce(${people.email}, '')`,
    })
    .from(signatureShares)
    .innerJoin(groups, eq(groups.id, signatureShares.groupId))
    .innerJoin(people, eq(people.id, signatureShares.personId))
    .where(and(eq(signatureShares.signatureId, signatureId), isOut))
    .orderBy(asc(groups.name), asc(groups.id));
}

/**
 * The groups that were ticked with a signature and have not got the name: those that wait for whoever reads its mail, and those that
 * they affirmed, which get it once it counts, or by lot. For the page behind the link in that mail.
 */
export async function listTicked({ db }: { db: Queryable }, signatureId: string) {
  return db
    .select({
      ...{ slug: groups.slug, name: groups.name, email: sql<string>`${signatureShares.email}` },
      isAffirmed: sql<boolean>`${signatureShares.provenAt} is not null`,
    })
    .from(signatureShares)
    .innerJoin(groups, eq(groups.id, signatureShares.groupId))
    .where(and(eq(signatureShares.signatureId, signatureId), isNull(signatureShares.givenAt), isOut))
    .orderBy(asc(groups.name), asc(groups.id));
}

/** The groups of a campaign that whoever signs may tick beside the one whose person they are: the home group, then the others. */
export async function listShareChoices({ db }: { db: Queryable }, campaignId: string, ownerSlug: string) {
  const isHome = sql<boolean>`${groups.id} = ${campaigns.groupId}`;
  return db
    .select({ slug: groups.slug, name: groups.name, isHome })
    .from(campaigns)
    .innerJoin(groups, isCarrier)
    .where(and(eq(campaigns.id, campaignId), isOut, isNull(groups.frozenAt), ne(groups.slug, ownerSlug)))
    .orderBy(sql`${isHome} desc`, asc(groups.name), asc(groups.id))
    .limit(100);
}

/** The condition over `campaigns` and `groups` that a group runs a campaign or stands with it. */
export const isCarrier = sql<boolean>`(${groups.id} = ${campaigns.groupId} or ${groups.id} in (
  select beside.group_id from ${campaignSponsors} beside
  where beside.campaign_id = ${campaigns.id} and beside.accepted_at is not null))`;
