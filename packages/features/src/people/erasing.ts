import type { Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { endInvitationsTo } from '../groups/invitations/ending.ts';
import { forgetMailTo } from '../outbox/actions.ts';
import { permit } from '../policy.ts';
import { peoplePolicy } from './policy.ts';
import { findOwnRecord, findPerson } from './queries.ts';
import { people } from './tables.ts';

/** Erases a person from one group, with everything they did there. */
export async function erasePerson(ctx: Context, slug: string, personId: string): Promise<void> {
  const { group } = await findPerson(ctx, slug, personId);
  permit(peoplePolicy, 'erase', group);
  await ctx.change((tx) => forget(tx, { id: personId, groupId: group.id }, ctx.viewer.id));
}

/** A person erases what a group holds about them, by the link they were mailed. */
export async function eraseOwnRecord(ctx: Context, sealed: string): Promise<void> {
  const person = await findOwnRecord(ctx, sealed);
  await ctx.change((tx) => forget(tx, person, null));
}

async function forget(
  tx: Transaction,
  { id, groupId }: { id: string; groupId: string },
  actorId: string | null,
) {
  const [gone] = await tx.delete(people).where(eq(people.id, id)).returning({ email: people.email });
  if (!gone) return;
  if (gone.email) {
    await forgetMailTo(tx, { personId: id, groupId, address: gone.email });
    await endInvitationsTo(tx, groupId, [gone.email]);
  }
  await record(tx, { kind: 'people.erased', groupId, actorId, subjectId: id });
}
