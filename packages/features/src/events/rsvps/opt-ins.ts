import type { Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context, House } from '../../context.ts';
import { note } from '../../journal.ts';
import { giveConsent } from '../../people/consents.ts';
import { mayBeMailed } from '../../people/queries.ts';
import { people } from '../../people/tables.ts';
import type { RsvpChange } from './contract.ts';
import { findOwnRsvp } from './queries.ts';
import { rsvps } from '../tables.ts';

/** The holder of the link says that the ticked opt-in for mail was theirs. It counts once; without one, nothing changes. */
export async function subscribeByRsvp(ctx: Context, sealed: string): Promise<void> {
  const { id, groupId, personId, event } = await findOwnRsvp(ctx, sealed);
  await ctx.change(async (tx) => {
    // Used up: who stops the mail later is not subscribed again by an old link.
    const [optedIn] = await tx
      .update(rsvps)
      .set({ wantsUpdates: false })
      .where(and(eq(rsvps.id, id), rsvps.wantsUpdates))
      .returning({ id: rsvps.id });
    if (!optedIn) return;
    await agreeToMail(tx, ctx, { event, groupId, personId });
    note(tx, null, 'events.rsvp-subscribed', { groupId, id }, { eventId: event.id, personId });
  });
}

/** An owner's own tick counts at once and leaves nothing waiting. */
export function optInAfter(
  known: Pick<typeof rsvps.$inferSelect, 'wantsUpdates'> | undefined,
  asked: RsvpChange,
): boolean {
  return !asked.updates && (known?.wantsUpdates ?? false);
}

/** A stranger may type any address, so a form's tick waits for its owner, unless they get that mail anyway. */
export async function optInOfForm(tx: Transaction, personId: string, asked: RsvpChange): Promise<boolean> {
  if (!asked.updates) return false;
  const [agreed] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), mayBeMailed()));
  return !agreed;
}

/** What a proven tick comes to: a yes to the group whose person it is. */
export async function agreeToMail(
  tx: Transaction,
  house: House,
  { event: { id }, groupId, personId }: { event: { id: string }; groupId: string; personId: string },
): Promise<void> {
  const how = { way: 'email', purpose: 'updates', how: 'rsvp', words: 'events.rsvp.updates' } as const;
  await giveConsent(tx, house, { personId, groupId, subjectId: id, ...how });
}
