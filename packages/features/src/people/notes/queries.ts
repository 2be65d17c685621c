import type { Queryable } from '@groundwork/database';
import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { nameIn } from '../../groups/standing.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { findPersonOf } from '../queries.ts';
import { personNotes } from './tables.ts';

/** The notes about a person, newest first, for those who may see the group's people. */
export async function listNotes(
  ctx: Context,
  { slug, personId }: { slug: string; personId: string },
  { after, limit = 20 }: PageQuery,
) {
  const { group } = await findPersonOf(ctx, slug, personId);
  const rows = await ctx.db
    .select({
      id: personNotes.id,
      body: personNotes.body,
      contactedBy: personNotes.contactedBy,
      author: nameIn(personNotes.authorId, group.id),
      at: personNotes.at,
      correctedAt: personNotes.correctedAt,
      until: personNotes.until,
      isMine: sql<boolean>`coalesce(${personNotes.authorId} = ${ctx.viewer.id}, false)`,
      cursor: newestFirst.cursor,
    })
    .from(personNotes)
    .where(and(eq(personNotes.personId, personId), isKept(), newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

/** What notes say to the person themselves, for who was found to hold the link to their record. */
export function listOwnNotes({ db }: { db: Queryable }, personId: string) {
  return db
    .select({ body: personNotes.body, at: personNotes.at })
    .from(personNotes)
    .where(and(eq(personNotes.personId, personId), isKept()))
    .orderBy(desc(personNotes.at), desc(personNotes.id));
}

/** The condition that a note is there: neither taken off nor past its day, whether or not a sweep has been by. */
export function isKept(): SQL | undefined {
  return and(isNull(personNotes.removedAt), sql`${personNotes.until} > now()`);
}

const newestFirst = keyset('desc', personNotes.at, personNotes.id);
