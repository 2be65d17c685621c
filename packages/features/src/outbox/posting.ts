import { layoutMail, place, SenderRefused, type Mailer, type PreparedMail } from '@groundwork/mail';
import type { House } from '../context.ts';
import { answersTo, sealAnswer } from './answer-tokens.ts';
import { messageIdOf, templateOf, type Sender, type SigningSender } from './composing.ts';
import type { Fate } from './fates.ts';
import type { KnownSigners } from './own-senders.ts';
import { returnPathOf } from './return-tokens.ts';
import type { letters } from './tables.ts';
import type { Due } from './taking.ts';

type LetterToMany = typeof letters.$inferSelect;
/** The letters to many that one call is at, what each is composed to for a sender, and the keys of senders' own domains. */
export type KnownLetters = {
  letters: Map<string, LetterToMany>;
  composed: Map<string, Promise<PreparedMail>>;
  signers: KnownSigners;
};

/** Gives one mail to the mail server, in the name of its group where its receiver proved their address. */
export async function postMail(
  house: House & { mailer: Mailer | null },
  siteName: string,
  mail: Due,
  known: KnownLetters,
): Promise<Fate> {
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
    return postMail(house, siteName, mail, known);
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

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
