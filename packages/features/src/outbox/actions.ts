import { keptSql, newId, type Transaction } from '@groundwork/database';
import { entriesOf } from '@groundwork/database/journal';
import { layoutMail, MailRefused, underName, type Mailer, type Values } from '@groundwork/mail';
import { direction, say, type Language } from '@groundwork/words';
import { and, eq, inArray, lt, ne, notExists, notInArray, or, sql, type SQL } from 'drizzle-orm';
import type { Context, House } from '../context.ts';
import { inSql, note } from '../journal.ts';
import { findSite } from '../site/queries.ts';
import { admit, hold, weigh } from './ledger.ts';
import { readLetter, readSubject, type Letter } from './letter.ts';
import { mailboxOf } from './mailboxes.ts';
import { giveUp, settleKept, settleSent } from './settling.ts';
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

/**
 * Promises mails that go out together, such as news to everyone who signed: in few statements, and entered in the
 * journal by the bundle, so that a bundle is one job.
 */
export async function promiseMails(tx: Transaction, promises: MailPromise[]): Promise<void> {
  for (const [groupId, ofGroup] of Map.groupBy(promises, (promise) => promise.groupId ?? null)) {
    for (let start = 0; start < ofGroup.length; start += BUNDLE) {
      const bundle = ofGroup.slice(start, start + BUNDLE);
      const rows = bundle.map(asRow);
      await promiseBundle(tx, { entryId: newId(), groupId, rows: JSON.stringify(rows) });
    }
  }
}

const COLUMNS = sql.raw(
  'id, key, to_address, mailbox, language, subject, letter, letter_id, "values", mailing_id, person_id, typed',
);

function asRow({
  to,
  letterId,
  mailingId,
  personId,
  groupId: _group,
  ...rest
}: MailPromise & { letterId?: string }) {
  const ids = { id: newId(), letter_id: letterId, mailing_id: mailingId, person_id: personId };
  return { ...rest, ...ids, to_address: to, mailbox: mailboxOf(to) };
}

/** A job lasts as long as all of a bundle, and a crash repeats at most so many. */
const BUNDLE = 10;

type Bundle = { entryId: string; groupId: string | null; rows: string };

const PROMISED = inSql('outbox.mail-promised');

const promiseBundle = keptSql(
  'outbox.promise-bundle',
  ({ entryId, groupId, rows }: Bundle) => sql`
    with bundle as (
      insert into ${mails} (group_id, ${COLUMNS}) select ${groupId}::uuid, ${COLUMNS}
      from jsonb_populate_recordset(null::${mails}, ${rows}::jsonb) where ${mayWrite(groupId)}
      on conflict (key) do nothing returning id
    ), promised as (
      select jsonb_build_object('mailIds', jsonb_agg(id order by id)) as data from bundle having count(*) > 0
    ), ${entriesOf(sql`select ${entryId}::uuid, ${PROMISED}, ${groupId}::uuid, null::uuid, null::uuid, data from promised`, true)}
    select from bundle`,
);

/** A group that is frozen writes to nobody: what its deeds and reminders promise meanwhile is dropped. */
function mayWrite(groupId: string | null) {
  return sql`group_may_write(${groupId}::uuid)`;
}

/**
 * Sends promised mails, all at the same time. Their rows stay locked while the server answers, so two workers never send
 * one at once: the second one fails at once and looks again later, rather than wait with all its hands for a worker that
 * stands still. One that fails for now keeps none of the others.
 * SMTP cannot say "once": a crash between the server's yes and our commit sends again under the same Message-ID,
 * which receiving servers fold into one.
 */
export async function sendMails(house: MailingHouse, mailIds: string[]): Promise<void> {
  const { name: siteName } = await findSite(house);
  const held = await weigh(house, mailIds);
  const failures = await house.db.transaction(async (tx) => {
    const due = await tx
      .select({ mail: mails, shared: letters, group: sql<Sender | null>`mail_sender(${mails.groupId})` })
      .from(mails)
      .leftJoin(letters, eq(letters.id, mails.letterId))
      .where(and(inArray(mails.id, mailIds), eq(mails.state, 'promised')))
      .for('update', { of: mails, noWait: true });
    const tries = await Promise.all(
      due.map(async ({ mail, shared, group }) => ({
        mail,
        fate: held.has(mail.id)
          ? ('held' as const)
          : await send(house, { siteName, group }, { ...mail, shared }),
      })),
    );
    const having = (fate: Fate) => tries.filter((tried) => tried.fate === fate).map(({ mail }) => mail);
    await settleSent(tx, having('sent'));
    await settleKept(tx, having('kept'));
    await giveUp(tx, having('refused'));
    await admit(
      tx,
      tries.flatMap(({ mail, fate }) => (typeof fate === 'string' ? [] : [mail.id])),
    );
    await hold(tx, having('held'), held);
    return tries.flatMap(({ fate }) => (typeof fate === 'string' ? [] : [fate.failure]));
  });
  if (failures.length > 0) throw failures[0];
}

/** The group that a mail is from, and where its answers go, if the group says so. In groups' own migration. */
type Sender = { name: string; contact: string | null };
type From = { siteName: string; group: Sender | null };

type Due = typeof mails.$inferSelect & { shared: typeof letters.$inferSelect | null };
type Fate = 'sent' | 'kept' | 'held' | 'refused' | { failure: unknown };

async function send(house: MailingHouse, from: From, { shared, ...mail }: Due): Promise<Fate> {
  const { toAddress } = mail;
  if ((!mail.letter && !shared) || toAddress === null) return 'refused';
  if (!house.mailer) return 'kept';
  try {
    const subject = readSubject(mail, shared);
    const letter = readLetter(mail, shared);
    if (letter) await house.mailer.send(compose(house, from, { ...mail, subject, letter, toAddress }));
    return 'sent';
  } catch (error) {
    return error instanceof MailRefused ? 'refused' : { failure: error };
  }
}

/**
 * Asks again for mail that still waits although its job must be over: a queue that lost its memory, or eight tries in
 * vain while the mail server was away. After three days the mail is given up, and says so.
 */
export async function askAgainForMail(ctx: Context): Promise<void> {
  await ctx.change(async (tx) => {
    const waiting = await tx
      .select({
        id: mails.id,
        groupId: mails.groupId,
        isStale: sql<boolean>`${mails.promisedAt} < now() - interval '3 days'`,
      })
      .from(mails)
      .where(and(eq(mails.state, 'promised'), lt(mails.promisedAt, sql`now() - interval '2 hours'`)))
      .orderBy(mails.promisedAt)
      .limit(1_000)
      .for('update', { skipLocked: true });
    for (const { id, groupId, isStale } of waiting) {
      if (isStale) await giveUp(tx, [{ id, groupId }]);
      else await note(tx, null, 'outbox.mail-promised', { groupId, id });
    }
  });
}

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

/** Takes back the mails of a mailing that did not go out. Returns how many. */
export async function withdrawMailing(tx: Transaction, mailingId: string): Promise<number> {
  return withdraw(tx, eq(mails.mailingId, mailingId));
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

type MailingHouse = House & { mailer: Mailer | null };
type Ready = Pick<typeof mails.$inferSelect, 'id' | 'language' | 'subject' | 'typed'> & {
  letter: Letter;
  toAddress: string;
};
function compose({ settings }: House, { siteName, group }: From, mail: Ready) {
  const { id, language, subject, letter, toAddress } = mail;
  const { unsubscribe, attachments, ...body } = letter;
  const { button } = body;
  const footer = letter.footer ?? [say(language, 'mail.footer', { site: siteName })];
  const laidOut = layoutMail({
    ...body,
    language,
    direction: direction(language),
    siteName,
    footer,
    ...(unsubscribe && { unsubscribe }),
  });
  return {
    messageId: `<${id}@${new URL(settings.publicUrl).hostname}>`,
    to: toAddress,
    subject: subject ?? letter.heading,
    language,
    ...laidOut,
    ...(unsubscribe && { unsubscribeUrl: unsubscribe.oneClickUrl }),
    ...(group && mail.typed === null && senderOf(settings, group)),
    ...(attachments && { attachments }),
    own: [button?.url, unsubscribe?.url].flatMap((url) => (url === undefined ? [] : [new URL(url).href])),
  };
}

/** Whoever proved their address reads who writes to them, and answers go there. To anyone else the site speaks for itself. */
function senderOf({ mailFrom }: House['settings'], { name, contact }: Sender) {
  return { from: underName(name, mailFrom), ...(contact && { replyTo: contact }) };
}
