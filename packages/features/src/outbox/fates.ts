import { MailPutOff, MailRefused, withoutPlaces } from '@groundwork/mail';
import type { House } from '../context.ts';
import { OWN_SERVER, type HeardOutcome } from '../paces/actions.ts';
import type { HeldBy } from './ledger.ts';
import type { MailReturn } from './returned.ts';
import { mailboxKey } from './return-tokens.ts';
import type { ShutWhy } from './shut-mailboxes.ts';
import { providerOfMail, type Due } from './taking.ts';

/** What became of a mail that was about to be sent. */
export type Fate =
  'sent' | 'kept' | 'refused' | { heldBy: HeldBy } | { shutWhy: ShutWhy } | MailRefused | Error;
export type Try = { mail: Due; fate: Fate };

/** A mail of a mailing that was sent, or that nobody will take, with the subject that all had. */
export type EndedMail = {
  personId: string;
  mailingId: string;
  subject: string;
  isSent: boolean;
  /** Its address takes no mail at all. */
  isAddressGone: boolean;
};

/** So many in a bundle, all refused with one code: that is no answer about each of them. */
const CROWD = 6;

/**
 * A server that refuses a whole bundle alike does not know the site: its mails are tried again. Where all are to one provider, it
 * may be that one alone, which keeps no other waiting.
 */
export function withoutRefusalOfAll(tries: Try[]): Try[] {
  const asked = tries.filter(({ fate }) => !isShut(fate));
  const codes = new Set(asked.map(({ fate }) => (fate instanceof MailRefused ? fate.message : null)));
  const [code] = codes;
  if (asked.length < CROWD || codes.size > 1 || !code) return tries;
  const providers = new Set(asked.map(({ mail }) => providerOfMail(mail)));
  const fate = new MailPutOff(code, { code: '', isOfReceiver: providers.size === 1 });
  return tries.map((tried) => (isShut(tried.fate) ? tried : { ...tried, fate }));
}

type Around = {
  tries: Try[];
  shut: ReadonlyMap<string, ShutWhy>;
  held: ReadonlyMap<string, HeldBy>;
  isSending: boolean;
};

/**
 * What becomes of a mail that is given to no mail server, and looks like all others: what its mailbox or a ceiling would make of any
 * mail; else what came of the others that left beside it to the same provider, or to all, as long as that is no answer about one of them.
 */
export function fateAlike(mail: Due, { tries, shut, held, isSending }: Around): Fate {
  const [shutWhy, heldBy] = [shut.get(mail.id), held.get(mail.id)];
  if (shutWhy) return { shutWhy };
  if (heldBy) return { heldBy };
  if (!isSending) return 'kept';
  const answered = tries.filter(({ fate }) => fate === 'sent' || isFailure(fate));
  const beside = answered.filter((tried) => providerOfMail(tried.mail) === providerOfMail(mail));
  const asked = beside.length > 0 ? beside : answered;
  const [failed] = asked.map(({ fate }) => fate).filter(isFailure);
  return failed && asked.every(({ fate }) => isFailure(fate)) ? failed : 'sent';
}

export function isShut(fate: Fate): fate is { shutWhy: ShutWhy } {
  return typeof fate === 'object' && 'shutWhy' in fate;
}

/** What the mail server refused at once, as there is no such mailbox. */
export function refusedAtOnce(house: Pick<House, 'settings'>, tries: Try[]): MailReturn[] {
  return tries.flatMap(({ mail: { id: mailId, toAddress }, fate }) => {
    if (!(fate instanceof MailRefused && fate.isOfAddress) || toAddress === null) return [];
    return [{ mailId, mailboxKey: mailboxKey(house, toAddress), kind: 'gone', code: fate.detail }];
  });
}

/** The mailings of which an address was not there. */
export function doubtfulOf(tries: Try[]): string[] {
  const gone = tries.filter(({ fate }) => fate instanceof MailRefused && fate.isOfAddress);
  return [...new Set(gone.flatMap(({ mail }) => mail.mailingId ?? []))];
}

/** What became of mails to many, by provider; what was no answer about a receiver is about the site's own mail server. */
export function outcomesOf(tries: Try[]): Map<string, HeardOutcome> {
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

type Subjects = Map<string, { subject: string }>;

/** Those of mailings that are over: sent, or taken by nobody. `written` are the letters to many, by id. */
export function endedOf(tries: Try[], written: Subjects): EndedMail[] {
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

/** It is tried again. */
export function isFailure(fate: Fate): fate is Error {
  return fate instanceof Error && !(fate instanceof MailRefused);
}
