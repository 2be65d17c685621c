import { newId, prepared, type Transaction } from '@groundwork/database';
import type { Values } from '@groundwork/mail';
import type { Language } from '@groundwork/words';
import { and, eq, inArray, lt, ne, notExists, notInArray, or, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Letter } from './letter.ts';
import { mailboxOf } from './mailboxes.ts';
import { letters, mails } from './tables.ts';

export type MailPromise = {
  /** Names the promise: the same key twice is one mail. */
  key: string;
  to: string;
  language: Language;
  groupId?: string | null;
  /** The person whom it is to, or about: it goes when they are erased. */
  personId?: string;
  /** The mailing it is one of: with it, it is stopped or withdrawn. */
  mailingId?: string;
  /**
   * Somebody typed this address and has not proved that it is theirs: such mail counts against its mailbox, its group and
   * the site. `account`: it is about an account that this address has, and counts apart, so that no form for strangers
   * keeps a link to a new password from its owner.
   */
  typed?: 'form' | 'account';
} & (OneLetter | SharedLetter);

type OneLetter = { subject: string; letter: Letter };
/** One that `writeLetter` wrote, and what goes in its places. */
type SharedLetter = { letterId: string; values: Values };

type LetterToMany = OneLetter & { groupId: string | null; language: Language };

/**
 * Writes a letter that many receive, in one language, with places (`place`) for what is each one's own. Returns its id. It
 * is kept for 30 days, and as long as a mail needs it.
 */
export async function writeLetter(tx: Transaction, letter: LetterToMany): Promise<string> {
  const id = newId();
  await tx.insert(letters).values({ id, ...letter });
  return id;
}

/** Promises a mail in the caller's transaction: it goes out if and only if that commits, once per key. */
export async function promiseMail(tx: Transaction, promise: MailPromise): Promise<void> {
  await promiseMails(tx, [promise]);
}

/** The same for many at once, such as news to everyone who signed. */
export async function promiseMails(tx: Transaction, promises: MailPromise[]): Promise<void> {
  if (promises.length > 0) await insertMails(tx, { rows: JSON.stringify(promises.map(asRow)) });
}

function asRow({ to, groupId, letterId, mailingId, personId, ...rest }: MailPromise & { letterId?: string }) {
  const ids = { group_id: groupId, letter_id: letterId, mailing_id: mailingId, person_id: personId };
  return { id: newId(), ...ids, ...rest, to_address: to, mailbox: mailboxOf(to) };
}

const COLUMNS = sql.raw(
  `id, key, group_id, to_address, mailbox, language, subject, letter, letter_id, "values", mailing_id, person_id, typed`,
);

/** A group that is frozen writes to nobody: what its deeds and reminders promise meanwhile is dropped. */
const insertMails = prepared(
  (_, { rows }: { rows: string }) => sql`
    with promised as materialized (
      select ${COLUMNS} from jsonb_populate_recordset(null::${mails}, ${rows}::jsonb)
    ), frozen as (
      select group_id from promised group by group_id having not group_may_write(group_id)
    )
    insert into ${mails} (${COLUMNS}) select ${COLUMNS} from promised
    where not exists (select from frozen where frozen.group_id is not distinct from promised.group_id)
    on conflict (key) do nothing`,
);

type Erased = { personId: string; groupId: string; address: string };

/**
 * Forgets what a group, or the site about its record, wrote to an address, and no longer sends what was only promised:
 * the person was erased.
 */
export async function forgetMailTo(tx: Transaction, { personId, groupId, address }: Erased): Promise<void> {
  const isOfGroup = and(eq(mails.toAddress, address), eq(mails.groupId, groupId));
  await tx.delete(mails).where(or(isOfGroup, eq(mails.personId, personId)));
}

/** Takes back what a group promised and forgets what it could not send: the group is gone. Returns how many mails. */
export async function withdrawMailOf(tx: Transaction, groupId: string): Promise<number> {
  return withdraw(tx, eq(mails.groupId, groupId));
}

/** Takes back the mails of a mailing that did not go out; one that was refused stays so. Returns how many. */
export async function withdrawMailing(tx: Transaction, mailingId: string): Promise<number> {
  return withdraw(tx, and(eq(mails.mailingId, mailingId), ne(mails.state, 'refused')));
}

/** Withdraws a group's mails whose keys begin so, as long as they wait. Answers how many. */
export async function withdrawMailsNamed(
  tx: Transaction,
  groupId: string,
  beginnings: string[],
): Promise<number> {
  const patterns = sql.param(beginnings.map((beginning) => `${beginning}%`));
  return withdraw(tx, and(eq(mails.groupId, groupId), sql`${mails.key} like any(${patterns}::text[])`));
}

async function withdraw(tx: Transaction, which: SQL | undefined): Promise<number> {
  // One that is being sent at this moment can no longer be stopped.
  const waiting = tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(which, ne(mails.state, 'sent')))
    .for('update', { skipLocked: true });
  const withdrawn = await tx.delete(mails).where(inArray(mails.id, waiting));
  return withdrawn.rowCount ?? 0;
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
