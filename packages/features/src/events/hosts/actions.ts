import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { changeUnderLock } from '../../groups/locks.ts';
import { findMember } from '../../groups/members/queries.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { note } from '../../journal.ts';
import { permitEventDeed } from '../actions.ts';
import { findEvent } from '../queries.ts';
import { eventHosts } from '../tables.ts';

/** Names a member of the group host of this one event: they run it without seeing the group's people. */
export async function nameHost(ctx: Context, slug: string, accountId: string): Promise<void> {
  await changeUnderLock(
    ctx,
    (asker) => findNaming(asker, slug),
    async (tx, event) => {
      await findMember({ db: tx }, event.groupId, accountId);
      const named = await tx
        .insert(eventHosts)
        .values({ eventId: event.id, groupId: event.groupId, accountId })
        .onConflictDoNothing()
        .returning({ eventId: eventHosts.eventId });
      if (named.length > 0) await note(tx, ctx, 'events.host-named', event, { accountId });
    },
  );
}

/** Takes an event out of a host's hands. */
export async function removeHost(ctx: Context, slug: string, accountId: string): Promise<void> {
  await changeUnderLock(
    ctx,
    (asker) => findNaming(asker, slug),
    async (tx, event) => {
      const removed = await tx
        .delete(eventHosts)
        .where(and(eq(eventHosts.eventId, event.id), eq(eventHosts.accountId, accountId)))
        .returning({ eventId: eventHosts.eventId });
      if (removed.length === 0) throw new NotFound('host');
      await note(tx, ctx, 'events.host-removed', event, { accountId });
    },
  );
}

/** The event, if the viewer may say who runs it. */
async function findNaming(asker: ReadContext, slug: string) {
  const event = await findEvent(asker, slug);
  permitEventDeed('nameHosts', event);
  return event;
}
