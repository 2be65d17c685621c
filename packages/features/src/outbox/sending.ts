import { prepared, type Database, type Transaction } from '@groundwork/database';
import { layoutMail, MailRefused, type Mailer, type PreparedMail } from '@groundwork/mail';
import { asc, inArray, sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import { findSite } from '../site/queries.ts';
import { messageIdOf, templateOf, type Sender } from './composing.ts';
import { hold, weigh, weighed, type HeldBy } from './ledger.ts';
import { giveUp, putOff, settleKept, settleSent } from './settling.ts';
import { letters, mails } from './tables.ts';

/** One of a mailing, which is about to be sent. */
export type WaitingMail = { id: string; mailingId: string; personId: string };
/** Which of these mails of mailings nobody is to have any more. Mailings are a feature above. */
export type Recall = (house: House, tx: Transaction, waiting: WaitingMail[]) => Promise<Set<string>>;
type MailingHouse = House & { mailer: Mailer | null; recall: Recall };
type LetterToMany = typeof letters.$inferSelect;
/** The letters to many that one call is at, and what each is composed to for a sender. */
type Prepared = { letters: Map<string, LetterToMany>; composed: Map<string, Promise<PreparedMail>> };

/** How many are sent at the same time, and settled together. A crash repeats at most so many of each bundle that was under way. */
const BUNDLE = 25;

// In words rather than parameters: with these, no index of some rows only would serve a prepared statement.
const isDue = sql`${mails.state} = 'promised' and ${mails.dueAt} <= now()`;

/** Whether there is mail to send that nobody is sending at this moment. */
export async function isMailDue({ db }: { db: Database }): Promise<boolean> {
  const found = await db
    .select({ id: mails.id })
    .from(mails)
    .where(isDue)
    .limit(1)
    .for('update', { skipLocked: true });
  return found.length > 0;
}

/**
 * Sends what is due, bundle by bundle, until nothing is or the worker is `closing`. Throws the first failure when all is
 * settled: the mails that met one are due again later.
 */
export async function sendDueMails(house: MailingHouse, closing?: AbortSignal): Promise<void> {
  const known: Prepared = { letters: new Map(), composed: new Map() };
  let failure: Error | undefined;
  for (;;) {
    const bundle = await sendBundle(house, known);
    failure ??= bundle.failure;
    if (bundle.count === 0 || closing?.aborted) break;
  }
  if (failure) throw failure;
}

/**
 * Sends the next few that nobody else is sending. Their rows stay locked while the server answers, so two workers never
 * send one at once, and pass by what the other has taken. One that fails for now keeps none of the others.
 * SMTP cannot say "once": a crash between the server's yes and our commit sends again under the same Message-ID,
 * which receiving servers fold into one.
 */
async function sendBundle(
  house: MailingHouse,
  known: Prepared,
): Promise<{ count: number; failure?: Error | undefined }> {
  return house.db.transaction(async (tx) => {
    // A mail server that answers slowly is waited for; one that stands still ends each try after a minute.
    await tx.execute(sql`set local idle_in_transaction_session_timeout = '10min'`);
    const taken = await takeDue(tx, {});
    if (taken.length === 0) return { count: 0 };
    const due = await dropRecalled(tx, house, taken);
    await readLetters(tx, due, known);
    const { name: siteName } = await findSite({ db: tx });
    const held = await weigh(house, due);
    const tries = await Promise.all(
      due.map(async (mail) => {
        const heldBy = held.get(mail.id);
        return { mail, fate: heldBy ? { heldBy } : await send(house, siteName, mail, known) };
      }),
    );
    await settle(tx, tries);
    return { count: taken.length, failure: tries.map(({ fate }) => fate).find(isFailure) };
  });
}

type Due = Awaited<ReturnType<typeof takeDue>>[number];

const takeDue = prepared((db) =>
  db
    .select({
      ...weighed,
      admittedAt: mails.admittedAt,
      promisedAt: mails.promisedAt,
      language: mails.language,
      subject: mails.subject,
      letter: mails.letter,
      letterId: mails.letterId,
      mailingId: mails.mailingId,
      personId: mails.personId,
      values: mails.values,
      group: sql<Sender | null>`mail_sender(${mails.groupId})`,
    })
    .from(mails)
    .where(isDue)
    .orderBy(sql`${mails.letterId} is not null`, asc(mails.dueAt))
    .limit(BUNDLE)
    .for('update', { skipLocked: true }),
);

/** Reads the letters to many that these are of: each once, as it stays what it is. */
async function readLetters(tx: Transaction, due: Due[], known: Prepared) {
  const ids = new Set(due.flatMap(({ letterId }) => letterId ?? []));
  const unread = [...ids].filter((id) => !known.letters.has(id));
  if (unread.length === 0) return;
  for (const letter of await tx.select().from(letters).where(inArray(letters.id, unread)))
    known.letters.set(letter.id, letter);
}

async function dropRecalled(tx: Transaction, house: MailingHouse, taken: Due[]): Promise<Due[]> {
  const waiting = taken.flatMap(({ id, mailingId, personId }) =>
    mailingId && personId ? [{ id, mailingId, personId }] : [],
  );
  if (waiting.length === 0) return taken;
  const recalled = await house.recall(house, tx, waiting);
  if (recalled.size > 0) await tx.delete(mails).where(inArray(mails.id, [...recalled]));
  return taken.filter(({ id }) => !recalled.has(id));
}

type Fate = 'sent' | 'kept' | 'refused' | { heldBy: HeldBy } | Error;

async function send(house: MailingHouse, siteName: string, mail: Due, known: Prepared): Promise<Fate> {
  const { id, toAddress: to, letter, letterId, typed, group } = mail;
  const shared = known.letters.get(letterId ?? '');
  if ((!letter && !shared) || to === null) return 'refused';
  const { mailer } = house;
  if (!mailer) return 'kept';
  const from = { siteName, group };
  const messageId = messageIdOf(house, id);
  try {
    if (shared) {
      const key = JSON.stringify([letterId, from, typed]);
      const composed =
        known.composed.get(key) ?? mailer.prepare(templateOf(house, from, { ...shared, typed }));
      known.composed.set(key, composed);
      await (await composed).send({ messageId, to, values: mail.values ?? {} });
    } else if (letter) {
      const { letter: laidOut, ...rest } = templateOf(house, from, { ...mail, letter });
      await mailer.send({ ...rest, ...layoutMail(laidOut), messageId, to });
    }
    return 'sent';
  } catch (error) {
    return error instanceof MailRefused ? 'refused' : asError(error);
  }
}

async function settle(tx: Transaction, tries: { mail: Due; fate: Fate }[]) {
  const having = (fate: Fate) => tries.filter((tried) => tried.fate === fate).map(({ mail }) => mail);
  await settleSent(tx, having('sent'));
  await settleKept(tx, having('kept'));
  await giveUp(tx, having('refused'));
  await putOff(
    tx,
    tries.filter(({ fate }) => isFailure(fate)).map(({ mail }) => mail),
  );
  for (const { mail, fate } of tries)
    if (typeof fate === 'object' && 'heldBy' in fate) await hold(tx, mail, fate.heldBy);
}

function isFailure(fate: Fate): fate is Error {
  return fate instanceof Error;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
