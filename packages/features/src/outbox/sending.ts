import { prepared, type Database, type Transaction } from '@groundwork/database';
import {
  layoutMail,
  MailRefused,
  SenderRefused,
  withoutPlaces,
  type Mailer,
  type PreparedMail,
} from '@groundwork/mail';
import { inArray, sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import { findSite } from '../site/queries.ts';
import { messageIdOf, templateOf, type Sender, type SigningSender } from './composing.ts';
import { hold, weigh, type HeldBy, type Weighed } from './ledger.ts';
import { openSigners, type KnownSigners } from './own-senders.ts';
import { giveUp, isStale, putOff, settleKept, settleSent } from './settling.ts';
import { letters, mails } from './tables.ts';

/** One that is to a person or about one, perhaps of a mailing, and about to be sent. */
export type WaitingMail = { id: string; personId: string; mailingId: string | null };
/** Which of these mails nobody is to have any more. People and mailings are features above. */
export type Recall = (house: House, tx: Transaction, waiting: WaitingMail[]) => Promise<Set<string>>;
/** A mail of a mailing that was sent, or that nobody will take, with the subject that all had. */
export type EndedMail = {
  personId: string;
  mailingId: string;
  subject: string;
  isSent: boolean;
  /** Its address takes no mail at all. */
  isAddressGone: boolean;
};
/** Remembers of people which mails ended, in the transaction that settles them. It must not wait for a person's row. */
export type Remember = (tx: Transaction, ended: EndedMail[]) => Promise<void>;
/** What the features above know of people and mailings. */
export type MailWatch = { recall: Recall; remember: Remember };
type MailingHouse = House & { mailer: Mailer | null } & MailWatch;
type LetterToMany = typeof letters.$inferSelect;
/** The letters to many that one call is at, what each is composed to for a sender, and the keys of senders' own domains. */
type Prepared = {
  letters: Map<string, LetterToMany>;
  composed: Map<string, Promise<PreparedMail>>;
  signers: KnownSigners;
};

/** How many are sent at the same time, and settled together. A crash repeats at most so many of each bundle that was under way. */
const BUNDLE = 50;

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
  const known: Prepared = { letters: new Map(), composed: new Map(), signers: new Map() };
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
    // Whoever waits for a slow mail server is not idle: ended here, what it took would be sent again.
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
    const due = await takeDue(tx, {});
    if (due.length === 0) return { count: 0 };
    // Gone at once, and not only when the mail server has answered: whoever goes on with a mailing meanwhile must see it.
    if (await dropRecalled(tx, house, due)) return { count: due.length };
    await readLetters(tx, due, known);
    const own = due.flatMap(({ group }) => group?.own ?? []);
    await openSigners(tx, house, own, known.signers);
    const { name: siteName } = await findSite({ db: tx });
    const held = await weigh(house, due);
    const tried: Try[] = await Promise.all(
      due.map(async (mail) => {
        const heldBy = held.get(mail.id);
        return { mail, fate: heldBy ? { heldBy } : await send(house, siteName, mail, known) };
      }),
    );
    const tries = withoutRefusalOfAll(tried);
    await settle(tx, tries);
    await house.remember(tx, endedOf(tries, known));
    return { count: due.length, failure: tries.map(({ fate }) => fate).find(isFailure) };
  });
}

type Row = typeof mails.$inferSelect;
type Said = Pick<Row, 'language' | 'subject' | 'letter' | 'letterId' | 'values' | 'mailingId' | 'personId'>;
type Due = Weighed & Said & { isStale: boolean; group: Sender | null };

/** Their groups are asked about once each. `may_hear_from` no address in particular: whether anybody may. */
const takeDue = prepared(
  () => sql<Due>`
    with due as materialized (
      select * from ${mails} where ${isDue}
      order by letter_id is not null, due_at limit ${sql.raw(`${BUNDLE}`)} for update skip locked
    ), home as materialized (
      select group_id, mail_sender(group_id) as sender, may_hear_from(group_id, null) as is_heard
      from due where group_id is not null group by group_id
    )
    select id, due.group_id as "groupId", typed, to_address as "toAddress", admitted_at as "admittedAt",
      language, subject, letter, letter_id as "letterId", "values", mailing_id as "mailingId",
      person_id as "personId", ${isStale} as "isStale", home.sender as "group",
      home.is_heard is not false or may_hear_from(due.group_id, to_address) as "isInside"
    from due left join home using (group_id)
    order by letter_id is not null, due_at`,
);

/** Reads the letters to many that these are of: each once, as it stays what it is. */
async function readLetters(tx: Transaction, due: Due[], known: Prepared) {
  const ids = new Set(due.flatMap(({ letterId }) => letterId ?? []));
  const unread = [...ids].filter((id) => !known.letters.has(id));
  if (unread.length === 0) return;
  for (const letter of await tx.select().from(letters).where(inArray(letters.id, unread)))
    known.letters.set(letter.id, letter);
}

/** Whether there were any. */
async function dropRecalled(tx: Transaction, house: MailingHouse, due: Due[]): Promise<boolean> {
  const waiting = due.flatMap(({ id, mailingId, personId }) =>
    personId ? [{ id, personId, mailingId }] : [],
  );
  const recalled = waiting.length > 0 ? await house.recall(house, tx, waiting) : new Set<string>();
  if (recalled.size > 0) await tx.delete(mails).where(inArray(mails.id, [...recalled]));
  return recalled.size > 0;
}

type Fate = 'sent' | 'kept' | 'refused' | { heldBy: HeldBy } | MailRefused | Error;
type Try = { mail: Due; fate: Fate };

async function send(house: MailingHouse, siteName: string, mail: Due, known: Prepared): Promise<Fate> {
  const { id, toAddress: to, letter, letterId, typed } = mail;
  const shared = known.letters.get(letterId ?? '');
  if ((!letter && !shared) || to === null) return 'refused';
  const { mailer } = house;
  if (!mailer) return 'kept';
  const from = { siteName, group: signing(mail.group, known.signers) };
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
    const keyId = from.group?.own?.keyId;
    if (!(error instanceof SenderRefused) || !keyId) return asError(error);
    // A mail server that lets only the site's address out: nobody waits for that to be mended.
    known.signers.set(keyId, null);
    return send(house, siteName, mail, known);
  }
}

/** From the group's own domain with the key that signs for it, and without one from the site's address. */
function signing(group: Sender | null, signers: KnownSigners): SigningSender | null {
  const signer = signers.get(group?.own?.keyId ?? '');
  return group && (signer ? { ...group, signer } : { ...group, own: null });
}

/** So many in a bundle, all refused with one code: that is no answer about each of them. */
const CROWD = 6;

/** A server that refuses a whole bundle alike does not know the site: its mails are tried again. */
function withoutRefusalOfAll(tries: Try[]): Try[] {
  const codes = new Set(tries.map(({ fate }) => (fate instanceof MailRefused ? fate.message : null)));
  const [code] = codes;
  if (tries.length < CROWD || codes.size > 1 || !code) return tries;
  return tries.map(({ mail }) => ({ mail, fate: new Error(code) }));
}

async function settle(tx: Transaction, tries: Try[]) {
  const having = (fate: Fate) => tries.filter((tried) => tried.fate === fate).map(({ mail }) => mail);
  await settleSent(tx, having('sent'));
  await settleKept(tx, having('kept'));
  const refused = tries.filter(({ fate }) => fate instanceof MailRefused).map(({ mail }) => mail);
  await giveUp(tx, [...having('refused'), ...refused]);
  await putOff(
    tx,
    tries.filter(({ fate }) => isFailure(fate)).map(({ mail }) => mail),
  );
  for (const { mail, fate } of tries)
    if (typeof fate === 'object' && 'heldBy' in fate) await hold(tx, mail, fate.heldBy);
}

function endedOf(tries: Try[], { letters: written }: Prepared): EndedMail[] {
  return tries.flatMap(({ mail: { personId, mailingId, letterId }, fate }) => {
    const letter = written.get(letterId ?? '');
    const isOver = fate === 'sent' || fate === 'refused' || fate instanceof MailRefused;
    if (!isOver || personId === null || mailingId === null || !letter) return [];
    const isAddressGone = fate instanceof MailRefused && fate.isOfAddress;
    const subject = withoutPlaces(letter.subject);
    return [{ personId, mailingId, subject, isSent: fate === 'sent', isAddressGone }];
  });
}

function isFailure(fate: Fate): fate is Error {
  return fate instanceof Error && !(fate instanceof MailRefused);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
