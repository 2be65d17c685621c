import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Transaction } from '@groundwork/database';
import {
  layoutMail,
  MailPutOff,
  MailRefused,
  place,
  SenderRefused,
  withoutPlaces,
  type Mailer,
  type PreparedMail,
} from '@groundwork/mail';
import { inArray, sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import { findSite } from '../site/queries.ts';
import { answersTo, sealAnswer } from './answer-tokens.ts';
import { messageIdOf, templateOf, type Sender, type SigningSender } from './composing.ts';
import { openLanes, type Lanes } from './lanes.ts';
import { hold, weigh, type HeldBy } from './ledger.ts';
import { hearOutcomes, OWN_SERVER, type HeardOutcome } from '../paces/actions.ts';
import { openSigners, type KnownSigners } from './own-senders.ts';
import { keepReturns, type MailReturn, type Returned } from './returned.ts';
import { mailboxKey, returnPathOf } from './return-tokens.ts';
import { giveUp, putOff, settleKept, settleSent } from './settling.ts';
import { findUnwanted, type ShutWhy } from './shut-mailboxes.ts';
import { letters, mails } from './tables.ts';
import { BUNDLE, isMailWaiting, providerOfMail, takeDue, type Due } from './taking.ts';

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
/** Judges mailings of which addresses were not there, once that is settled: one with many of them is stopped. */
export type Judge = (house: House, mailingIds: string[]) => Promise<void>;
/** What the features above know of people and mailings. */
export type MailWatch = { recall: Recall; remember: Remember; returned: Returned; judge: Judge };
type MailingHouse = House & { mailer: Mailer | null } & MailWatch;
type LetterToMany = typeof letters.$inferSelect;
/** The letters to many that one call is at, what each is composed to for a sender, and the keys of senders' own domains. */
type Prepared = {
  letters: Map<string, LetterToMany>;
  composed: Map<string, Promise<PreparedMail>>;
  signers: KnownSigners;
};

/** Whether there is mail to send that nobody is sending at this moment. */
export async function isMailDue({ db }: { db: Database }): Promise<boolean> {
  const found = await db
    .select({ id: mails.id })
    .from(mails)
    .where(isMailWaiting)
    .limit(1)
    .for('update', { skipLocked: true });
  return found.length > 0;
}

/** How long to wait for what may leave in a moment. */
const MOMENT_MS = 100;

/** Who waits, as one process remembers it from call to call. */
export function openSendingLanes(): Lanes {
  return openLanes(BUNDLE);
}

/**
 * Sends what is due and may leave, bundle by bundle, until nothing is or the worker is `closing`. Throws the first failure
 * when all is settled: the mails that met one are due again later.
 */
export async function sendDueMails(
  house: MailingHouse,
  closing?: AbortSignal,
  lanes: Lanes = openSendingLanes(),
): Promise<void> {
  const known: Prepared = { letters: new Map(), composed: new Map(), signers: new Map() };
  let failure: Error | undefined;
  for (;;) {
    const bundle = await sendBundle(house, known, lanes);
    failure ??= bundle.failure;
    if (closing?.aborted || (bundle.count === 0 && !bundle.isSoon)) break;
    if (bundle.count === 0) await pause(MOMENT_MS);
  }
  if (failure) throw failure;
}

/**
 * Sends the next few that nobody else is sending. Their rows stay locked while the server answers, so two workers never
 * send one at once, and pass by what the other has taken. One that fails for now keeps none of the others.
 * SMTP cannot say "once": a crash between the server's yes and our commit sends again under the same Message-ID,
 * which receiving servers fold into one.
 */
async function sendBundle(house: MailingHouse, known: Prepared, lanes: Lanes): Promise<Bundle> {
  const { tries, ...bundle } = await house.db.transaction(async (tx) => {
    // Whoever waits for a slow mail server is not idle: ended here, what it took would be sent again.
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
    const { due, isSoon } = await takeDue(house, tx, lanes);
    if (due.length === 0) return { count: 0, isSoon, tries: [] };
    // Gone at once, and not only when the mail server has answered: whoever goes on with a mailing meanwhile must see it.
    if (await dropRecalled(tx, house, due)) return { count: due.length, tries: [] };
    await readLetters(tx, due, known);
    const own = due.flatMap(({ group }) => group?.own ?? []);
    await openSigners(tx, house, own, known.signers);
    const { name: siteName } = await findSite({ db: tx });
    const shut = await findUnwanted(tx, house, due);
    const held = await weigh(
      house,
      due.filter(({ id }) => !shut.has(id)),
    );
    const tried: Try[] = await Promise.all(
      due.map(async (mail) => {
        const [shutWhy, heldBy] = [shut.get(mail.id), held.get(mail.id)];
        if (shutWhy) return { mail, fate: { shutWhy } };
        return { mail, fate: heldBy ? { heldBy } : await send(house, siteName, mail, known) };
      }),
    );
    const tries = withoutRefusalOfAll(tried);
    await settle(tx, tries);
    await keepReturns(tx, house, returnsAtDoor(house, tries), { isAtDoor: true });
    await house.remember(tx, endedOf(tries, known));
    return { count: due.length, failure: tries.map(({ fate }) => fate).find(isFailure), tries };
  });
  await hearOutcomes(house, outcomesOf(tries));
  await house.judge(house, doubtfulOf(tries));
  return bundle;
}

/** The mailings of which an address was not there. */
function doubtfulOf(tries: Try[]): string[] {
  const gone = tries.filter(({ fate }) => fate instanceof MailRefused && fate.isOfAddress);
  return [...new Set(gone.flatMap(({ mail }) => mail.mailingId ?? []))];
}

type Bundle = { count: number; isSoon?: boolean; failure?: Error | undefined };

/** What became of mails to many, by provider; what was no answer about a receiver is about the site's own mail server. */
function outcomesOf(tries: Try[]): Map<string, HeardOutcome> {
  const outcomes = new Map<string, HeardOutcome>();
  const hear = (provider: string, isTaken: boolean, code: string | null) => {
    const { takenCount, putOffCount, code: known } = outcomes.get(provider) ?? NOTHING_HEARD;
    outcomes.set(provider, {
      takenCount: takenCount + (isTaken ? 1 : 0),
      putOffCount: putOffCount + (isTaken ? 0 : 1),
      code: known ?? code,
    });
  };
  const ofMany = tries.filter(({ mail }) => mail.lane !== null);
  const isOfOwn = isRefusalOfAll(ofMany);
  for (const { mail, fate } of ofMany) {
    const isAnswer = fate === 'sent' || fate instanceof MailRefused;
    const putOff = fate instanceof MailPutOff ? fate : null;
    const isOfProvider = putOff?.isOfReceiver === true && !isOfOwn;
    if (isAnswer || isOfProvider) hear(providerOfMail(mail), isAnswer, putOff?.code ?? null);
    if (isAnswer || (isOfServer(fate) && !isOfProvider)) hear(OWN_SERVER, isAnswer, putOff?.code ?? null);
  }
  return outcomes;
}

/** The mail server said no or did not answer; other failures are faults of our own. */
function isOfServer(fate: Fate): boolean {
  return isFailure(fate) && (fate instanceof MailPutOff || 'code' in fate);
}

/** Many, of several providers, and none was taken: it is not they who do not want it. */
function isRefusalOfAll(tries: Try[]): boolean {
  const providers = new Set(tries.map(({ mail }) => providerOfMail(mail)));
  return tries.length >= CROWD && providers.size > 1 && tries.every(({ fate }) => fate instanceof MailPutOff);
}

const NOTHING_HEARD: HeardOutcome = { takenCount: 0, putOffCount: 0, code: null };

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

type Fate = 'sent' | 'kept' | 'refused' | { heldBy: HeldBy } | { shutWhy: ShutWhy } | MailRefused | Error;
type Try = { mail: Due; fate: Fate };

async function send(house: MailingHouse, siteName: string, mail: Due, known: Prepared): Promise<Fate> {
  const { id, toAddress: to, letter, letterId, typed } = mail;
  const shared = known.letters.get(letterId ?? '');
  if ((!letter && !shared) || to === null) return 'refused';
  const { mailer } = house;
  if (!mailer) return 'kept';
  const answer = answerOf(house, mail);
  const from = {
    siteName,
    group: signing(mail.group, known.signers),
    answersTo: answer && answer[shared ? 'place' : 'address'],
  };
  const messageId = messageIdOf(house, id);
  const returnPath = returnPathOf(house, id, to);
  const directions = { messageId, to, ...(returnPath !== undefined && { returnPath }) };
  try {
    if (shared) {
      const key = JSON.stringify([letterId, from, typed]);
      const composed =
        known.composed.get(key) ?? mailer.prepare(templateOf(house, from, { ...shared, typed }));
      known.composed.set(key, composed);
      const values = { ...mail.values, ...(answer && { [ANSWER]: answer.token }) };
      await (await composed).send({ ...directions, values });
    } else if (letter) {
      const { letter: laidOut, ...rest } = templateOf(house, from, { ...mail, letter });
      await mailer.send({ ...rest, ...layoutMail(laidOut), ...directions });
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

/** Stands in a letter to many for where each reader's answers go. */
const ANSWER = 'answer';

/** Where the answers of a mail's person go, if their group reads them here; in a letter to many, with a place for whose. */
function answerOf({ settings }: House, { group, personId }: Due) {
  const { returnAddress, secret } = settings;
  if (!group?.answersHere || !returnAddress || personId === null) return null;
  const token = sealAnswer(secret, personId);
  return { token, address: answersTo(returnAddress, token), place: answersTo(returnAddress, place(ANSWER)) };
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
  const asked = tries.filter(({ fate }) => !isShut(fate));
  const codes = new Set(asked.map(({ fate }) => (fate instanceof MailRefused ? fate.message : null)));
  const [code] = codes;
  if (asked.length < CROWD || codes.size > 1 || !code) return tries;
  const fate = new MailPutOff(code, { code: '', isOfReceiver: false });
  return tries.map((tried) => (isShut(tried.fate) ? tried : { ...tried, fate }));
}

function isShut(fate: Fate): fate is { shutWhy: ShutWhy } {
  return typeof fate === 'object' && 'shutWhy' in fate;
}

/** What the mail server refused at once, as there is no such mailbox. */
function returnsAtDoor(house: MailingHouse, tries: Try[]): MailReturn[] {
  return tries.flatMap(({ mail: { id: mailId, toAddress }, fate }) => {
    if (!(fate instanceof MailRefused && fate.isOfAddress) || toAddress === null) return [];
    return [{ mailId, mailboxKey: mailboxKey(house, toAddress), kind: 'gone', code: fate.detail }];
  });
}

async function settle(tx: Transaction, tries: Try[]) {
  const having = (fate: Fate) => tries.filter((tried) => tried.fate === fate).map(({ mail }) => mail);
  await settleSent(tx, having('sent'));
  await settleKept(tx, having('kept'));
  const refused = tries
    .filter(({ fate }) => fate instanceof MailRefused || isShut(fate))
    .map(({ mail }) => mail);
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
    const isOver = fate === 'sent' || fate === 'refused' || fate instanceof MailRefused || isShut(fate);
    if (!isOver || personId === null || mailingId === null || !letter) return [];
    // A mailbox that was full is tried again.
    const isAddressGone = isShut(fate)
      ? fate.shutWhy !== 'full'
      : fate instanceof MailRefused && fate.isOfAddress;
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
