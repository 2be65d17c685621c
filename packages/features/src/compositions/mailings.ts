import type { MailingKind } from '../mailings/content.ts';
import { compositionLetter, readComposed, valuesFor } from './letters.ts';
import { findPassedOver } from './budget.ts';
import { tellOfStop } from './stops.ts';
import { findSilenceOf, LETTER } from './queries.ts';
import { writeReceivers } from './receivers.ts';
import { beginCounting } from './results/beginning.ts';

/** What organizers write to many. */
export const compositionMailings: MailingKind = {
  kind: LETTER,
  isOwed: false,
  async begin(house, tx, aboutId) {
    const receiverCount = await writeReceivers(house, tx, aboutId);
    if (receiverCount !== null) await beginCounting(tx, aboutId);
    return receiverCount;
  },
  findPassedOver,
  stopped: tellOfStop,
  findSilence: (db, { aboutId }) => findSilenceOf(db, aboutId),
  async read(house, db, { aboutId }) {
    const silence = await findSilenceOf(db, aboutId);
    const composed = silence === null ? await readComposed(house, db, aboutId) : null;
    if (!composed) return silence ?? 'moot';
    return {
      write: (language, variant) => compositionLetter(house, composed, { language, variant }),
      values: (receiver) => valuesFor(house, composed, receiver),
    };
  },
};
