import { newId, type Transaction } from '@groundwork/database';
import { and, eq, lt } from 'drizzle-orm';
import { findReceiver } from '../../accounts/receivers.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { changeUnderLock } from '../../groups/locks.ts';
import { findMember } from '../../groups/members/queries.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { note, type Entry } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { permitEventDeed } from '../actions.ts';
import { findEvent, type SeenEvent } from '../queries.ts';
import { eventHosts } from '../tables.ts';

/** Names a member of the group host of this one event: they run it without seeing the group's people. */
export async function nameHost(ctx: Context, slug: string, accountId: string): Promise<void> {
  await changeUnderLock(ctx, toName(slug), async (tx, event) => {
    await findMember({ db: tx }, event.groupId, accountId);
    const named = await tx
      .insert(eventHosts)
      .values({ eventId: event.id, groupId: event.groupId, accountId })
      .onConflictDoNothing()
      .returning({ eventId: eventHosts.eventId });
    if (named.length === 0) return;
    note(tx, ctx, 'events.host-named', event, { accountId });
    await tellHost(tx, ctx, 'events.host-named', { event, accountId });
  });
}

/** Tells somebody whether they host an event; nobody of what they did themselves. */
async function tellHost(
  tx: Transaction,
  ctx: Context,
  news: 'events.host-named' | 'events.host-removed',
  { event, accountId }: { event: SeenEvent; accountId: string },
): Promise<void> {
  const to = accountId === ctx.viewer.id ? null : await findReceiver(tx, accountId);
  if (!to) return;
  const { id, groupId, title, slug } = event;
  await tell(tx, ctx, news, { to, about: { id, groupId }, title, slug, entryId: newId() });
}

/** Takes an event out of a host's hands. */
export async function removeHost(ctx: Context, slug: string, accountId: string): Promise<void> {
  await changeUnderLock(ctx, toName(slug), async (tx, event) => {
    const removed = await tx
      .delete(eventHosts)
      .where(and(eq(eventHosts.eventId, event.id), eq(eventHosts.accountId, accountId)))
      .returning({ eventId: eventHosts.eventId });
    if (removed.length === 0) throw new NotFound('host');
    note(tx, ctx, 'events.host-removed', event, { accountId });
    await tellHost(tx, ctx, 'events.host-removed', { event, accountId });
  });
}

/** Whoever carries less in a group than they did hosts no event of it, until somebody names them anew. */
export async function endHosting(ctx: Context, { groupId, subjectId, at }: Entry): Promise<void> {
  if (!groupId || !subjectId) return;
  await ctx.change(async (tx) => {
    const theirs = and(
      eq(eventHosts.accountId, subjectId),
      eq(eventHosts.groupId, groupId),
      lt(eventHosts.addedAt, at),
    );
    const ended = await tx.delete(eventHosts).where(theirs).returning({ id: eventHosts.eventId });
    for (const { id } of ended)
      note(tx, ctx, 'events.host-removed', { groupId, id }, { accountId: subjectId });
  });
}

/** Finds the event, if the viewer may say who runs it. */
function toName(slug: string) {
  return async (asker: ReadContext) => {
    const event = await findEvent(asker, slug);
    permitEventDeed('nameHosts', event);
    return event;
  };
}
