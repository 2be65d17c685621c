import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, isNull, lt, ne, not, notExists, notInArray, or, sql, type SQL } from 'drizzle-orm';
import type { Context, House } from '../context.ts';
import { mailboxOf } from './mailboxes.ts';
import { mailboxKey } from './return-tokens.ts';
import { letters, mailReturns, mails } from './tables.ts';

type Erased = { personId: string; groupId: string; address: string };

/**
 * Forgets what a group, or the site about its record, wrote to an address, and no longer sends what was only promised:
 * the person was erased. That a mail was sent stays, for counts, and no longer to whom. What is at the mail server at
 * this moment is not waited for: it is emptied once it went, and if it failed, it is recalled when it is due again.
 */
export async function forgetMailTo(
  tx: Transaction,
  house: Pick<House, 'settings'>,
  { personId, groupId, address }: Erased,
): Promise<void> {
  const isOfMailbox = and(eq(mails.mailbox, mailboxOf(address)), eq(mails.toAddress, address));
  const isOfGroup = and(isOfMailbox, eq(mails.groupId, groupId));
  const isTheirs = eq(mails.personId, personId);
  const isSent = eq(mails.state, 'sent');
  const which = or(isOfGroup, isTheirs);
  const came = tx.select({ id: mails.id }).from(mails).where(which);
  // Returns are known for longer than their mails.
  const isToMailbox = and(
    eq(mailReturns.mailboxKey, mailboxKey(house, address)),
    eq(mailReturns.groupId, groupId),
  );
  await tx
    .update(mailReturns)
    .set({ mailboxKey: null, domain: null })
    .where(or(inArray(mailReturns.mailId, came), isToMailbox));
  await tx.delete(mails).where(inArray(mails.id, unlocked(tx, and(which, not(isSent)))));
  await tx.update(mails).set({ personId: null }).where(and(isTheirs, isSent));
}

/** Takes back what a group promised and forgets what it could not send: the group is gone. Returns how many mails. */
export async function withdrawMailOf(tx: Transaction, groupId: string): Promise<number> {
  return withdraw(tx, eq(mails.groupId, groupId));
}

/** Takes back the mails of a mailing that did not go out; one that was refused stays so. Returns how many. */
export async function withdrawMailing(tx: Transaction, mailingId: string): Promise<number> {
  return withdraw(tx, and(eq(mails.mailingId, mailingId), ne(mails.state, 'refused')));
}

/** Withdraws mails of a group by their keys, as long as they wait. Returns how many. */
export async function withdrawMails(
  tx: Transaction,
  groupId: string | null,
  keys: string[],
): Promise<number> {
  const isOf = groupId === null ? isNull(mails.groupId) : eq(mails.groupId, groupId);
  return withdraw(tx, and(isOf, inArray(mails.key, keys)));
}

async function withdraw(tx: Transaction, which: SQL | undefined): Promise<number> {
  const waiting = unlocked(tx, and(which, ne(mails.state, 'sent')));
  const withdrawn = await tx.delete(mails).where(inArray(mails.id, waiting));
  return withdrawn.rowCount ?? 0;
}

/** But for those that are being sent at this moment: they can no longer be stopped. */
function unlocked(tx: Transaction, which: SQL | undefined) {
  return tx.select({ id: mails.id }).from(mails).where(which).for('update', { skipLocked: true });
}

/** Forgets mails that were dealt with more than `days` ago, and letters that old which no mail needs. */
export async function forgetOldMail({ db }: Context, days = 30): Promise<void> {
  const longAgo = sql`now() - make_interval(days => ${days})`;
  await db
    .delete(mails)
    .where(and(notInArray(mails.state, ['promised', 'held']), lt(mails.finishedAt, longAgo)));
  const isNeeded = db.select({ id: mails.id }).from(mails).where(eq(mails.letterId, letters.id));
  await db.delete(letters).where(and(lt(letters.writtenAt, longAgo), notExists(isNeeded)));
}
