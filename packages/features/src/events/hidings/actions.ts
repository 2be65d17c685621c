import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { note } from '../../journal.ts';
import { shutLinks } from '../../links/actions.ts';
import { resumeMailingsAbout, stopMailingsAbout } from '../../mailings/actions.ts';
import { eventLinkHolders } from '../addresses.ts';
import { events } from '../tables.ts';

const BY_HAND = ['events.move', 'events.cancellation', 'events.reminder'];

/** What was decided about an event, by whom, and why. Whether they may was asked where it was decided. */
type Decided = { id: string; actorId: string; reason: string };

/**
 * Keeps an event from everyone but those who moderate in its group, until it is shown again. Nobody is let in from its
 * waitlist, reminded or told of it meanwhile; who said that they come can take it back.
 */
export async function hideEvent(tx: Transaction, { id, actorId, reason }: Decided): Promise<void> {
  const [hidden] = await tx
    .update(events)
    .set({ hiddenAt: sql`coalesce(${events.hiddenAt}, now())`, hiddenReason: reason, changedAt: sql`now()` })
    .where(eq(events.id, id))
    .returning({ groupId: events.groupId, slug: events.slug });
  if (!hidden) return;
  const { groupId, slug } = hidden;
  await shutLinks(tx, await eventLinkHolders(tx, { id, groupId }), { path: `/events/${slug}`, isShut: true });
  const withdrawnCount = await stopMailingsAbout(tx, { kinds: BY_HAND, aboutIds: [id] });
  note(tx, actorId, 'events.hidden', { groupId, id }, { withdrawnCount });
}

/** Shows it to everyone who could see it before. What its people were not told meanwhile, and still stands, they are told now. */
export async function showEvent(tx: Transaction, { id, actorId }: Omit<Decided, 'reason'>): Promise<void> {
  const [shown] = await tx
    .update(events)
    .set({ hiddenAt: null, hiddenReason: null, changedAt: sql`now()` })
    .where(and(eq(events.id, id), isNotNull(events.hiddenAt)))
    .returning({ groupId: events.groupId, slug: events.slug });
  if (!shown) return;
  const { groupId, slug } = shown;
  await shutLinks(tx, await eventLinkHolders(tx, { id, groupId }), {
    path: `/events/${slug}`,
    isShut: false,
  });
  await resumeMailingsAbout(tx, { kinds: BY_HAND, aboutIds: [id] });
  note(tx, actorId, 'events.shown', { groupId, id });
}
