import type { Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context, House } from '../context.ts';
import { endInvitationsTo } from '../groups/invitations/ending.ts';
import { note } from '../journal.ts';
import { forgetMailTo } from '../outbox/actions.ts';
import { permit } from '../policy.ts';
import { listEmails } from './points.ts';
import { peoplePolicy } from './policy.ts';
import { findOwnRecord, findPerson } from './queries.ts';
import { lockSuppressions, liftSuppression, suppress } from './suppressions.ts';
import { consents, people } from './tables.ts';

/** Erases a person from one group, with everything they did there. A no to its mail stays a no to later lists. */
export async function erasePerson(ctx: Context, slug: string, personId: string): Promise<void> {
  const { group } = await findPerson(ctx, slug, personId);
  permit(peoplePolicy, 'erase', group);
  await ctx.change((tx) =>
    forgetPerson(tx, ctx, { id: personId, groupId: group.id, actorId: ctx.viewer.id, no: 'if-said' }),
  );
}

/**
 * A person erases what a group holds about them, by the link they were mailed. That is a no to its mail by itself, which
 * later lists meet; unless they want nothing kept for that either.
 */
export async function eraseOwnRecord(
  ctx: Context,
  sealed: string,
  { leavesNoTrace = false }: { leavesNoTrace?: boolean } = {},
): Promise<void> {
  const { id, groupId } = await findOwnRecord(ctx, sealed);
  const no = leavesNoTrace ? 'forgotten' : 'meant';
  await ctx.change((tx) => forgetPerson(tx, ctx, { id, groupId, actorId: null, no }));
}

type Erasing = { id: string; groupId: string; actorId: string | null; no: 'if-said' | 'meant' | 'forgotten' };

/** Erases one person with everything about them; `no` says what is kept of a no to mail. */
export async function forgetPerson(tx: Transaction, house: House, { id, groupId, actorId, no }: Erasing) {
  await lockSuppressions(tx, groupId);
  const saidAt = await findNo(tx, id);
  const addresses = await listEmails(tx, id);
  const gone = await tx.delete(people).where(eq(people.id, id)).returning({ id: people.id });
  if (gone.length === 0) return;
  if (addresses.length > 0) await endInvitationsTo(tx, groupId, addresses);
  for (const address of addresses) {
    await forgetMailTo(tx, house, { personId: id, groupId, address });
    if (no === 'forgotten') await liftSuppression(tx, house, { groupId, address });
    else if (saidAt ?? no === 'meant')
      await suppress(tx, house, { groupId, address, saidAt: saidAt ?? new Date() });
  }
  note(tx, actorId, 'people.erased', { groupId, id });
}

/**
 * When a person said no to a group's mail; null where no no stands. One that a list brought may be years old, and counts from
 * now: the lists that it guards against are not.
 */
async function findNo(tx: Transaction, personId: string): Promise<Date | null> {
  const isNo = and(eq(consents.way, 'email'), eq(consents.purpose, 'updates'), eq(consents.given, 'no'));
  const [no] = await tx
    .select({ at: consents.at, how: consents.how })
    .from(consents)
    .where(and(eq(consents.personId, personId), isNo))
    .for('update');
  return no?.how === 'import' ? new Date() : (no?.at ?? null);
}
