import { readReport, readWritten, type ArrivedMail, type Report, type WrittenMail } from '@groundwork/inbox';
import type { House } from '../../context.ts';
import { answererOf } from '../answer-tokens.ts';
import { tokenIn, type ReturnToken } from '../return-tokens.ts';
import type { MailReturn } from '../returned.ts';
import { takeReturns, type ReturnWatch } from './actions.ts';

/** Of a mail that was promised longer ago, nothing is believed any more: it is forgotten. */
const BELIEVED_MS = 30 * 24 * 60 * 60_000;
/** So many returns are written at once. */
const BATCH = 500;

/** What mail that arrives is read by. */
export type ReturnReader = {
  /** Whether mail to this address is for the site. */
  isKnown(address: string): boolean;
  /** Resolves once what a message says is kept: to whether it was about a mail of ours, and is dealt with. */
  take(arrived: ArrivedMail): Promise<boolean>;
};

/** Keeps what somebody answered to a group's mail. `false`: that person is not there, or wrote too much today. */
export type TakeAnswer = (house: House, personId: string, letter: WrittenMail) => Promise<boolean>;
type Ears = ReturnWatch & { answered: TakeAnswer };

/**
 * Reads what comes back. A report is believed by the token in the address that it came to, and a complaint by one that it
 * names as the envelope sender: by nothing else that it says. What comes while the one before is being written waits and
 * is written together.
 */
export function openReturns(house: House & Ears): ReturnReader {
  const keep = inBatches((told: MailReturn[]) => takeReturns(house, told));
  const { returnAddress } = house.settings;
  return {
    isKnown: (address) =>
      address.toLowerCase() === returnAddress ||
      tokenIn(house, address) !== null ||
      answererOf(house, address) !== null,
    async take({ receivers, raw }) {
      const answerers = new Set(receivers.flatMap((address) => answererOf(house, address) ?? []));
      if (answerers.size > 0) return takeLetter(house, answerers, raw);
      const addressed = firstToken(house, receivers);
      const isOurs = addressed !== null || receivers.some((one) => one.toLowerCase() === returnAddress);
      // Whatever it is, nobody could be told of it: the address is not ours.
      if (!isOurs) return false;
      const report = await readReport(raw);
      const token = addressed ?? (report.is === 'complaint' ? firstToken(house, report.senders) : null);
      // One that hides whose letter it was says nothing to anybody.
      if (token === null || report.is === 'letter') return report.is === 'complaint';
      const told = asReturn(token, report);
      if (told && isBelieved(token)) await keep(told);
      return true;
    },
  };
}

/** What a program answers to a letter is read by nobody. One letter may answer the mail of several groups. */
async function takeLetter(house: House & Ears, personIds: Set<string>, raw: Uint8Array): Promise<boolean> {
  if ((await readReport(raw)).is !== 'letter') return true;
  const letter = await readWritten(raw);
  if (letter === null) return false;
  let isKept = false;
  for (const personId of personIds) isKept = (await house.answered(house, personId, letter)) || isKept;
  return isKept;
}

function firstToken(house: House, addresses: string[]): ReturnToken | null {
  for (const address of addresses) {
    const token = tokenIn(house, address);
    if (token) return token;
  }
  return null;
}

function asReturn(token: ReturnToken, report: Report): MailReturn | null {
  if (report.is === 'complaint') return { ...token, kind: 'complaint', code: null };
  return report.is === 'return' ? { ...token, kind: report.kind, code: report.code } : null;
}

/** An id begins with the milliseconds at which it was made (RFC 9562, 5.7). */
function isBelieved({ mailId }: ReturnToken): boolean {
  return Number.parseInt(mailId.replace('-', '').slice(0, 12), 16) > Date.now() - BELIEVED_MS;
}

/** Each resolves when it is written, and rejects when that failed. */
function inBatches<Thing>(write: (things: Thing[]) => Promise<void>): (thing: Thing) => Promise<void> {
  let waiting: { thing: Thing; written: PromiseWithResolvers<void> }[] = [];
  let isWriting = false;
  const writeAll = async () => {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      await write(batch.map(({ thing }) => thing)).then(
        () => batch.forEach(({ written }) => written.resolve()),
        (error: unknown) => batch.forEach(({ written }) => written.reject(error)),
      );
    }
    isWriting = false;
  };
  return (thing) => {
    const written = Promise.withResolvers<void>();
    waiting.push({ thing, written });
    if (!isWriting) void writeAll();
    return written.promise;
  };
}
