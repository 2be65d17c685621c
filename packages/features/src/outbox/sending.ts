import { setTimeout as pause } from 'node:timers/promises';
import { atCommit, prepared, type Transaction } from '@groundwork/database';
import { MailRefused, type Mailer } from '@groundwork/mail';
import { inArray, sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import { findSite } from '../site/queries.ts';
import {
  doubtfulOf,
  endedOf,
  fateAlike,
  isFailure,
  isShut,
  outcomesOf,
  refusedAtOnce,
  withoutRefusalOfAll,
  type EndedMail,
  type Fate,
  type Try,
} from './fates.ts';
import { openLanes, type Hand, type Lanes } from './lanes.ts';
import { hold, weigh } from './ledger.ts';
import { openSigners } from './own-senders.ts';
import { postMail, type KnownLetters } from './posting.ts';
import { keepReturns, type Returned } from './returned.ts';
import { giveUp, putOff, settleKept, settleSent } from './settling.ts';
import { findUnwanted } from './shut-mailboxes.ts';
import { letters, mails } from './tables.ts';
import { BUNDLE, takeDue, type Due } from './taking.ts';

/** One that is to a person or about one, perhaps of a mailing, and about to be sent. */
export type WaitingMail = { id: string; personId: string; mailingId: string | null };
/** The ids of mails that nobody is to have any more, and of those that are not to leave before a moment. */
export type Recalled = {
  gone: Set<string>;
  later: Map<string, string>;
  /** Those that end like all others of their mailing, and are given to no mail server. */
  passedOver: Set<string>;
};
/** Which of these mails are not to leave now. People and mailings are features above. */
export type Recall = (house: House, tx: Transaction, waiting: WaitingMail[]) => Promise<Recalled>;
/** Remembers of people which mails ended, in the transaction that settles them. It must not wait for a person's row. */
export type Remember = (tx: Transaction, ended: EndedMail[]) => Promise<void>;
/** Judges mailings of which addresses were not there, once that is settled: one with many of them is stopped. */
export type Judge = (house: House, mailingIds: string[]) => Promise<void>;
/** What the features above know of people and mailings. */
export type MailWatch = { recall: Recall; remember: Remember; returned: Returned; judge: Judge };
type MailingHouse = House & { mailer: Mailer | null } & MailWatch;

/** How long to wait for what may leave in a moment. */
const MOMENT_MS = 100;

/** So many letters to many are remembered, each with what it is composed to. */
const MOST_LETTERS = 50;

function nothingKnown(): KnownLetters {
  return { letters: new Map(), composed: new Map(), signers: new Map() };
}

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
  const hand = lanes.join();
  let known = nothingKnown();
  let failure: Error | undefined;
  try {
    for (;;) {
      // A call may go on for days, and each letter may bear pictures.
      if (known.letters.size > MOST_LETTERS) known = nothingKnown();
      const bundle = await sendBundle(house, known, hand);
      failure ??= bundle.failure;
      if (closing?.aborted || (bundle.count === 0 && !bundle.isSoon)) break;
      if (bundle.count === 0) await pause(MOMENT_MS);
    }
    await hand.paces.close(house);
  } finally {
    hand.leave();
  }
  if (failure) throw failure;
}

/**
 * Sends the next few that nobody else is sending. Their rows stay locked while the server answers, so two workers never
 * send one at once, and pass by what the other has taken. One that fails for now keeps none of the others.
 * SMTP cannot say "once": a crash between the server's yes and our commit sends again under the same Message-ID,
 * which receiving servers fold into one.
 */
async function sendBundle(house: MailingHouse, known: KnownLetters, hand: Hand): Promise<Bundle> {
  const { tries, ...bundle } = await house.db.transaction(async (tx) => {
    // Whoever waits for a slow mail server is not idle: ended here, what it took would be sent again.
    atCommit(tx, neverEndIdle, {});
    const { due, isSoon } = await takeDue(house, tx, hand);
    if (due.length === 0) return { count: 0, isSoon, tries: [] };
    // Gone at once, and not only when the mail server has answered: whoever goes on with a mailing meanwhile must see it.
    const { isAny, passedOver } = await dropRecalled(tx, house, due);
    if (isAny) return { count: due.length, tries: [] };
    const own = due.flatMap(({ group }) => group?.own ?? []);
    await openSigners(tx, house, own, known.signers);
    const [{ name: siteName }, shut] = await Promise.all([
      findSite({ db: tx }),
      findUnwanted(tx, house, due),
      readLetters(tx, due, known),
    ]);
    const held = await weigh(
      house,
      due.filter(({ id }) => !shut.has(id)),
    );
    const given = due.filter(({ id }) => !passedOver.has(id));
    const tried: Try[] = await Promise.all(
      given.map(async (mail) => {
        const [shutWhy, heldBy] = [shut.get(mail.id), held.get(mail.id)];
        if (shutWhy) return { mail, fate: { shutWhy } };
        return { mail, fate: heldBy ? { heldBy } : await postMail(house, siteName, mail, known) };
      }),
    );
    const tries = withoutRefusalOfAll(tried);
    // Nothing tells them from the others: not when they end, nor how.
    const alike = due
      .filter(({ id }) => passedOver.has(id))
      .map((mail) => ({
        mail,
        fate: fateAlike(mail, { tries, shut, held, isSending: house.mailer !== null }),
      }));
    await settle(tx, [...tries, ...alike]);
    await keepReturns(tx, house, refusedAtOnce(house, tries), { isAtDoor: true });
    await house.remember(tx, endedOf([...tries, ...alike], known.letters));
    return { count: due.length, failure: tries.map(({ fate }) => fate).find(isFailure), tries };
  });
  await hand.paces.hear(house, outcomesOf(tries));
  await house.judge(house, doubtfulOf(tries));
  return bundle;
}

const neverEndIdle = prepared(() => sql`select set_config('idle_in_transaction_session_timeout', '0', true)`);

type Bundle = { count: number; isSoon?: boolean; failure?: Error | undefined };

/** Reads the letters to many that these are of: each once, as it stays what it is. */
async function readLetters(tx: Transaction, due: Due[], known: KnownLetters) {
  const ids = new Set(due.flatMap(({ letterId }) => letterId ?? []));
  const unread = [...ids].filter((id) => !known.letters.has(id));
  if (unread.length === 0) return;
  for (const letter of await tx.select().from(letters).where(inArray(letters.id, unread)))
    known.letters.set(letter.id, letter);
}

/** Whether there were any, and which of the others no mail server is given. */
async function dropRecalled(
  tx: Transaction,
  house: MailingHouse,
  due: Due[],
): Promise<{ isAny: boolean; passedOver: Set<string> }> {
  const waiting = due.flatMap(({ id, mailingId, personId }) =>
    personId ? [{ id, personId, mailingId }] : [],
  );
  if (waiting.length === 0) return { isAny: false, passedOver: new Set() };
  const { gone, later, passedOver } = await house.recall(house, tx, waiting);
  if (gone.size > 0) await tx.delete(mails).where(inArray(mails.id, [...gone]));
  for (const [at, some] of Map.groupBy(later, ([, dueAt]) => dueAt))
    await tx
      .update(mails)
      .set({ dueAt: sql`${at}::timestamptz` })
      .where(
        inArray(
          mails.id,
          some.map(([id]) => id),
        ),
      );
  return { isAny: gone.size + later.size > 0, passedOver };
}

async function settle(tx: Transaction, tries: Try[]) {
  const having = (fate: Fate) => tries.filter((tried) => tried.fate === fate).map(({ mail }) => mail);
  settleSent(tx, having('sent'));
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
