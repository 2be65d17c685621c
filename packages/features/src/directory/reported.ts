import { eq } from 'drizzle-orm';
import type { ReadContext } from '../groups/queries.ts';
import { groups } from '../groups/tables.ts';
import { joinWords, type Reported } from '../subject.ts';
import { findWholeListing } from './queries.ts';

/**
 * A listing with what it says, for who sees it. What is for the groups of a coalition is decided by those who moderate in the
 * coalition, which is told of no group that they do not know; what is for everybody, by its own group and the site.
 */
export async function findReportedListing(asker: ReadContext, id: string): Promise<Reported> {
  const listing = await findWholeListing(asker, id);
  const { title, details, howMany, place } = listing;
  const [group] = await asker.db
    .select({ id: groups.id, slug: groups.slug, name: groups.name })
    .from(groups)
    .where(eq(groups.id, listing.coalitionId ?? listing.groupId));
  if (!group) throw new Error('a listing has a group');
  return {
    ...{ id, key: id, title, group },
    url: `/directory/${id}`,
    authorId: listing.writerId,
    words: listing.isHidden ? null : joinWords(title, howMany, place, details),
    isMine: listing.isOurs,
    isOfGroup: true,
  };
}
