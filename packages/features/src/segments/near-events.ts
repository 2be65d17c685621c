import { and, asc, eq, gte, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { events } from '../events/tables.ts';
import { groups } from '../groups/tables.ts';
import { LENGTHS } from '../lengths.ts';
import { findPeopleHolder } from '../people/queries.ts';
import { findPostcodePlaces } from '../site/postcodes/queries.ts';

/**
 * The postcodes of the next events of a group, as far as their addresses are for all and hold one that the site knows, each with
 * the event's title: a line can ask who lives near. For those who see the group's people.
 */
export async function listEventPlaces(ctx: Context, slug: string): Promise<{ id: string; name: string }[]> {
  const group = await findPeopleHolder(ctx, slug);
  const isForAll = and(
    eq(events.state, 'published'),
    isNull(events.hiddenAt),
    eq(events.addressVisibility, 'public'),
    isNotNull(events.address),
  );
  const ahead = await ctx.db
    .select({ title: events.title, address: events.address, country: groups.country })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .where(and(eq(events.groupId, group.id), gte(events.startsAt, sql`now()`), isForAll))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(50);
  const written = ahead.map(({ title, address }) => ({ title, postcodes: postcodesIn(address ?? '') }));
  const asked = [...new Set(written.flatMap(({ postcodes }) => postcodes))];
  const places = await findPostcodePlaces(ctx, asked, ahead[0]?.country ?? null);
  return written.flatMap(({ title, postcodes }) => {
    const known = postcodes.findLast((postcode) => places.has(postcode));
    return known === undefined ? [] : { id: known, name: `${title} (${known})` };
  });
}

/** What may be a postcode in an address: each word with a digit, and each with the word before it. The last one is likeliest. */
export function postcodesIn(address: string): string[] {
  const words = address.split(/[\s,;،]+/).filter((word) => word !== '');
  return words
    .flatMap((word, index) => [word, ...(index > 0 ? [`${words[index - 1]} ${word}`] : [])])
    .filter((one) => /\d/.test(one) && one.length <= LENGTHS.postcode);
}
