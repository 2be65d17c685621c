import { and, count, desc, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { groups } from '../../groups/tables.ts';
import { mails } from '../../outbox/tables.ts';

/**
 * Which ceilings held mail back within three days, most first. A private group's name is its members'; its mail is counted
 * without.
 */
export async function listHeldBack({ db }: Pick<House, 'db'>) {
  const heldCount = count();
  const rows = await db
    .select({
      by: sql<NonNullable<(typeof mails.$inferSelect)['heldBy']>>`${mails.heldBy}`,
      slug: groups.slug,
      name: groups.name,
      heldCount,
      waitingCount: sql<number>`count(*) filter (where ${mails.state} = 'held')::int`,
    })
    .from(mails)
    .leftJoin(groups, and(eq(groups.id, mails.groupId), ne(groups.visibility, 'private')))
    .where(and(isNotNull(mails.heldBy), sql`${mails.promisedAt} > now() - interval '3 days'`))
    .groupBy(mails.heldBy, groups.slug, groups.name)
    .orderBy(desc(heldCount))
    .limit(20);
  return rows.map(({ slug, name, ...held }) => ({
    ...held,
    group: slug === null || name === null ? null : { slug, name },
  }));
}
