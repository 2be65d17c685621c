import type { Subject } from '../subject.ts';
import { inboxes } from './returns/tables.ts';
import { letters, mailReturns, mails, shutMailboxes } from './tables.ts';

export const outboxSubjects: Subject[] = [
  { kind: 'mail', tables: [mails, letters, mailReturns, shutMailboxes, inboxes], follows: [mails.personId] },
];
