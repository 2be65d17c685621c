import { recallBy } from './recalling.ts';
import type { MailWatch } from '../outbox/sending.ts';
import type { MailingRegistry } from './reading.ts';
import { judgeMailings } from './stopping.ts';
import { rememberMails } from './remembering.ts';
import { heedReturns } from './returning.ts';

/** What the outbox asks before each sending, and tells after it. */
export function watchBy(known: MailingRegistry): MailWatch {
  return {
    recall: recallBy(known),
    remember: rememberMails,
    returned: heedReturns,
    judge: (house, mailingIds) => judgeMailings(house, known, mailingIds),
  };
}
