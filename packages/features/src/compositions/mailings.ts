import type { MailingKind } from '../mailings/content.ts';
import { compositionLetter, readComposed, valuesFor } from './letters.ts';
import { tellOfStop } from './stops.ts';
import { LETTER } from './queries.ts';
import { writeReceivers } from './receivers.ts';

/** What organizers write to many. */
export const compositionMailings: MailingKind = {
  kind: LETTER,
  isOwed: false,
  begin: writeReceivers,
  stopped: tellOfStop,
  async read(house, db, { aboutId }) {
    const composed = await readComposed(house, db, aboutId);
    if (!composed || composed.texts.length === 0) return 'moot';
    if (composed.isCampaignHidden) return 'hidden';
    return {
      write: (language) => compositionLetter(house, composed, language),
      values: (receiver) => valuesFor(house, composed, receiver),
    };
  },
};
