import type { Queryable } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { groups } from '../../groups/tables.ts';
import { signatureCount } from '../queries.ts';
import { campaigns } from '../tables.ts';

/** A campaign with its public count, as everybody reads it at this moment; undefined once it is gone. */
export async function findCounted(db: Queryable, campaignId: string) {
  const [counted] = await db
    .select({
      ...{ id: campaigns.id, slug: campaigns.slug, count: signatureCount },
      at: sql<Date>`now()`.mapWith(campaigns.createdAt),
    })
    .from(campaigns)
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .where(eq(campaigns.id, campaignId));
  return counted;
}
export type CountedCampaign = NonNullable<Awaited<ReturnType<typeof findCounted>>>;
