import { compositionMailings } from './compositions/mailings.ts';
import { eventMailings } from './events/mailings.ts';
import type { MailingKind } from './mailings/content.ts';

/** Every kind of mailing, with what it tells. */
export const mailingKinds: MailingKind[] = [...eventMailings, compositionMailings];
