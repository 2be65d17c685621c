import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { withdrawNotices } from '../../notices/actions.ts';
import { groupInvitationAddressees, groupInvitations } from './tables.ts';

/** Ends those of a group's invitations: they open nothing any more, and mails that wait to bring them do not go out. */
export async function endInvitations(
  tx: Transaction,
  groupId: string,
  which: SQL | undefined,
): Promise<string[]> {
  const ended = await tx
    .delete(groupInvitations)
    .where(and(eq(groupInvitations.groupId, groupId), which))
    .returning({ id: groupInvitations.id });
  const ids = ended.map(({ id }) => id);
  await withdrawNotices(tx, 'groups.invited', groupId, ...ids.map((invitationId) => ({ invitationId })));
  return ids;
}

/** Ends the invitations of a group that were mailed to any of these mailboxes. */
export async function endInvitationsTo(tx: Transaction, groupId: string, emails: string[]): Promise<void> {
  const mailed = tx
    .select({ id: groupInvitationAddressees.invitationId })
    .from(groupInvitationAddressees)
    .where(
      and(eq(groupInvitationAddressees.groupId, groupId), inArray(groupInvitationAddressees.email, emails)),
    );
  await endInvitations(tx, groupId, inArray(groupInvitations.id, mailed));
}
