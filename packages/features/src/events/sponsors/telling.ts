import type { Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context, House } from '../../context.ts';
import { listCarriers } from '../../groups/carriers.ts';
import { groups } from '../../groups/tables.ts';
import type { Entry } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { events, eventSponsors } from '../tables.ts';
import { eventSponsorState } from './queries.ts';

type Teller = Pick<House, 'settings'>;
/** `entryId`: the entry of the journal that is told. `group`: the name of the other side. `slug`: of the event, to its own group. */
type Said = { entryId: string; title: string; group: string; word?: string; slug?: string };

/** Tells those who host a group's events what another group asked, answered or ended. */
export async function tellHosts(
  tx: Transaction,
  house: Teller,
  news: 'asked' | 'dropped' | 'accepted' | 'declined' | 'left',
  { groupId, ...said }: Said & { groupId: string },
): Promise<void> {
  const hearers = await listCarriers(tx, groupId, 'host_events');
  await tell(tx, house, `events.sponsor-${news}`, ...hearers.map((hearer) => ({ ...hearer, ...said })));
}

/** An event is out: groups that were asked while it was a draft hear of it now. */
export async function tellAskedToHold(ctx: Context, { id: entryId, subjectId }: Entry): Promise<void> {
  if (subjectId === null) return;
  await ctx.change(async (tx) => {
    const asked = await tx
      .select({
        groupId: eventSponsors.groupId,
        word: eventSponsors.word,
        title: events.title,
        group: groups.name,
      })
      .from(eventSponsors)
      .innerJoin(events, eq(events.id, eventSponsors.eventId))
      .innerJoin(groups, eq(groups.id, events.groupId))
      .where(and(eq(eventSponsors.eventId, subjectId), eq(eventSponsorState, 'asked')));
    for (const one of asked) await tellHosts(tx, ctx, 'asked', { ...one, entryId });
  });
}
