import type { Transaction } from '@groundwork/database';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { groups } from '../groups/tables.ts';
import type { Entry } from '../journal.ts';
import { hideAddresses, moveLinks } from '../links/actions.ts';
import { draftSlug } from '../slugs.ts';
import { freeSlug, slugsFor } from '../site/new-slugs.ts';
import type { SeenEvent } from './queries.ts';
import { events, eventSponsors } from './tables.ts';

type Addressed = Pick<SeenEvent, 'id' | 'title' | 'slug' | 'groupId' | 'visibility' | 'isVouched'>;

/**
 * Gives a draft the address under which it goes out; links that were made to the draft lead on to it. Where nobody has
 * vouched for its group it is not out yet, and keeps the address of a draft.
 */
export async function giveEventSlug(tx: Transaction, event: Addressed): Promise<string> {
  const { id, title, slug: former, visibility, isVouched } = event;
  if (visibility === 'public' && !isVouched) return former;
  const wanted = slugsFor(title, { isPublic: visibility === 'public', noun: 'event' });
  const slug = await freeSlug(tx, events.slug, wanted);
  await tx.update(events).set({ slug }).where(eq(events.id, id));
  await moveLinks(tx, await eventLinkHolders(tx, event), [`/events/${former}`, `/events/${slug}`]);
  return slug;
}

/** The groups that have links to an event: its own, and those that hold it too or did. */
export async function eventLinkHolders(
  tx: Transaction,
  { id, groupId }: { id: string; groupId: string },
): Promise<string[]> {
  const sponsors = await tx
    .select({ groupId: eventSponsors.groupId })
    .from(eventSponsors)
    .where(eq(eventSponsors.eventId, id));
  return [groupId, ...sponsors.map((sponsor) => sponsor.groupId)];
}

/** Somebody vouched for a group: what it had published gets its address now. May run twice for one entry. */
export async function showEvents(ctx: Context, { groupId }: Entry): Promise<void> {
  await ctx.change(async (tx) => {
    const waiting = await tx
      .select({
        ...{ id: events.id, title: events.title, slug: events.slug, groupId: events.groupId },
        visibility: groups.visibility,
        isVouched: sql<boolean>`${groups.vouchedAt} is not null`,
      })
      .from(events)
      .innerJoin(groups, eq(groups.id, events.groupId))
      .where(and(sql`${groups.id} = ${groupId}`, ne(events.state, 'draft')))
      .orderBy(events.id);
    for (const event of waiting.filter(({ id, slug }) => slug === draftSlug(id)))
      await giveEventSlug(tx, event);
  });
}

/** A group turned private: its events' addresses tell of nothing either. May run twice for one entry. */
export async function hideEvents(ctx: Context, { id, groupId }: Entry): Promise<void> {
  const holders = sql`(select sponsor.group_id from ${eventSponsors} sponsor
    join ${events} held on held.id = sponsor.event_id where held.group_id = ${groupId})`;
  const asked = { entryId: id, groupId, folder: '/events/', holders };
  await ctx.change((tx) => hideAddresses(tx, events, asked));
}
